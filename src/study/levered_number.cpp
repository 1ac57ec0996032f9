#include "levered_number.hpp"

#include <cmath>
#include <utility>

#include "base/index.hpp"

namespace critflow {

namespace {

constexpr double small_change = 1e-6;

std::vector<double> without_levers(const Parameter& parameter, int cell, const Years& years) {
  const Series& series = parameter.settings_in_force(cell).front().series;
  if (!parameter.shape.yearly) return {series.at(years.first())};
  std::vector<double> values;
  for (const int year : years.values()) values.push_back(series.at(year));
  return values;
}

}  // namespace

LeveredNumber::LeveredNumber(const System& system, const Composition& levers, int parameter,
                             int cell)
    : reference_(
          without_levers(system.parameters()[at(parameter)], cell, system.description().years)) {
  const int among_all = levers.find(parameter, cell);
  if (among_all < 0) return;
  std::vector<bool> wanted(levers.cells().size());
  wanted[at(among_all)] = true;
  levers_ = levers.only(std::move(wanted));
  number_ = levers_->find(parameter, cell);
}

double LeveredNumber::with_levers(int step, double value) const {
  if (!has_levers()) return value;
  std::vector<double> values;
  for (const Composition::Cell& one : levers_->cells()) values.push_back(one.reference[at(step)]);
  values[at(number_)] = value;
  levers_->lay(step, std::span(values));
  return values[at(number_)];
}

bool LeveredNumber::overruled(int step, double value) const {
  const double change = small_change * (std::abs(value) + std::abs(reference_[at(step)]));
  return change > 0.0 && with_levers(step, value - change) == with_levers(step, value + change);
}

std::vector<std::string> LeveredNumber::levers(int step) const {
  std::vector<std::string> names;
  for (const int lever : levers_->acting(number_, step))
    names.push_back(levers_->levers()[at(lever)].name);
  return names;
}

}  // namespace critflow
