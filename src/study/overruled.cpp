#include "critflow/study/overruled.hpp"

#include <algorithm>

#include "base/index.hpp"
#include "critflow/study/quantile_function.hpp"
#include "levered_number.hpp"

namespace critflow {

namespace {

constexpr int points = 200;

QuantileFunction quantiles_of(const Uncertainty& row, const LeveredNumber& number) {
  return row.shape == UncertaintyShape::dirichlet
             ? gamma_quantiles(row.numbers[0] * std::ranges::max(number.reference()))
             : quantile_function(row);
}

/// Shares are drawn as weights of what they are.
bool multiplies(const Uncertainty& row) {
  return row.factor || row.shape == UncertaintyShape::dirichlet;
}

/// What a number without levers becomes by what a row draws.
double made(const Uncertainty& row, double reference, double drawn) {
  const double value = multiplies(row) ? reference * drawn : drawn;
  return row.shape == UncertaintyShape::dirichlet ? value / (value + 1.0 - reference) : value;
}

double share_overruled(const Uncertainty& row, const QuantileFunction& quantile,
                       const LeveredNumber& number, int step) {
  int overruled = 0;
  for (int i = 0; i < points; ++i) {
    const double drawn = quantile((i + 0.5) / points);
    overruled += number.overruled(step, made(row, number.reference()[at(step)], drawn)) ? 1 : 0;
  }
  return static_cast<double>(overruled) / points;
}

Overruled overruled_of(const System& system, const Composition& levers, const Uncertainty& row) {
  const Parameter& parameter = *system.parameter(row.parameter);
  const auto position = static_cast<int>(&parameter - system.parameters().data());
  const Years& years = system.description().years;
  Overruled most{.input = row.name()};
  for (const int cell : parameter.cells_at(row.place)) {
    const LeveredNumber number(system, levers, position, cell);
    if (!number.has_levers() || (multiplies(row) && std::ranges::max(number.reference()) <= 0.0))
      continue;
    const QuantileFunction quantile = quantiles_of(row, number);
    for (int step = 0; step < years.size(); ++step) {
      const double share = share_overruled(row, quantile, number, step);
      if (share > most.share) most = {row.name(), share, years[step], number.levers(step)};
    }
  }
  return most;
}

}  // namespace

std::vector<Overruled> overruled(const System& system) {
  const Composition levers(system);
  std::vector<Overruled> all;
  for (const Uncertainty& row : system.uncertainty())
    if (Overruled one = overruled_of(system, levers, row); one.share > 0.0)
      all.push_back(std::move(one));
  return all;
}

}  // namespace critflow
