#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/rounded.hpp"
#include "checks.hpp"
#include "lookup.hpp"
#include "year_of_knowns.hpp"

namespace critflow {

namespace {

/// Sums that must be one, and what moves them.
class SumsToOne {
 public:
  SumsToOne(const Network& network, const std::vector<Parameter>& parameters, int step)
      : network_(network), parameters_(parameters), step_(step) {
    std::vector<bool> met(network.equations.known_numbers().size());
    for (const Check& check : network.checks)
      if (must_be_one(check)) add_cells(check.value, met);
  }

  /// Whether one of them is missed when a number changes by a tenth at some cells of a parameter.
  [[nodiscard]] bool missed_by(const Parameter& parameter, const std::vector<int>& cells) {
    const auto which = static_cast<std::size_t>(&parameter - parameters_.data());
    const bool behind = std::ranges::any_of(cells, [&](int cell) {
      return cells_.contains({static_cast<int>(which), cell});
    });
    if (!behind) return false;
    std::vector<Parameter> changed = parameters_;
    const int steps = parameter.shape.yearly ? step_ + 1 : 1;
    for (const int cell : cells) changed[which].values[at(cell * steps + steps - 1)] *= 0.9;
    YearOfKnowns values(network_.equations, changed);
    values.compute(step_);
    return std::ranges::any_of(network_.checks, [&](const Check& check) {
      const double sum = values[check.value];
      return must_be_one(check) && (sum < check.low || sum > check.high);
    });
  }

 private:
  [[nodiscard]] static bool must_be_one(const Check& check) { return check.low > 0.5; }

  void add_cells(Known known, std::vector<bool>& met) {
    if (!known.given() || met[at(known.id)]) return;
    met[at(known.id)] = true;
    const KnownNumber& number = network_.equations.known_numbers()[at(known.id)];
    if (number.kind == KnownNumber::Kind::parameter) cells_.insert({number.parameter, number.cell});
    for (const Known operand : number.operands) add_cells(operand, met);
  }

  const Network& network_;
  const std::vector<Parameter>& parameters_;
  int step_;                             ///< the last year
  std::set<std::pair<int, int>> cells_;  ///< parameter and cell behind the sums
};

/// Beyond so many standard deviations lies one draw in 10,000, above as well as below.
constexpr double farthest = 3.7190164854556804;

/// The least and the most that a row draws; of a shape without ends, what one draw in 10,000 lies
/// beyond. Nothing of a beta, which stays within zero and one.
std::vector<double> ends_of(const Uncertainty& row) {
  if (row.shape == UncertaintyShape::beta) return {};
  if (takes_values(row.shape) || uncertainty_numbers(row.shape).front() == "low") {
    const auto [low, high] = std::ranges::minmax(row.numbers);
    return {low, high};
  }
  const double mean = row.numbers[0], sd = row.numbers[1];
  if (row.shape == UncertaintyShape::normal) return {mean - farthest * sd, mean + farthest * sd};
  if (row.shape == UncertaintyShape::truncated_normal) return {mean + farthest * sd};
  const double variance = std::log1p(sd * sd / (mean * mean));  // of the logarithm
  return {mean * std::exp(farthest * std::sqrt(variance) - 0.5 * variance)};
}

class UncertaintyCheck {
 public:
  UncertaintyCheck(const Network& network, const SystemParts& parts, std::vector<Fault>& faults)
      : parts_(parts),
        lookup_(parts),
        sums_(network, parts.parameters, parts.description.years.size() - 1),
        faults_(faults) {}

  void check(const Uncertainty& row) {
    const Parameter* parameter = lookup_.parameter(row.parameter);
    if (parameter == nullptr)
      return add(row, "unknown parameter", row.parameter, "be a parameter of the system");
    if (row.shape == UncertaintyShape::dirichlet) return check_shares(row, *parameter);
    check_ends(row, *parameter);
    if (sums_.missed_by(*parameter, parameter->cells_at(row.place)))
      add(row, "drawn alone among shares that sum to one", "",
          "be a dirichlet, or leave the rest to a flow with rest = true");
    if (!row.factor) check_alone(row, *parameter);
  }

 private:
  /// Domains have no gaps: where both ends of a range lie within, all of it does. What a factor
  /// takes beyond the most that a parameter may be is held there when it is drawn.
  void check_ends(const Uncertainty& row, const Parameter& parameter) {
    for (const double end : ends_of(row)) {
      const double value = row.factor ? held(end, parameter, row.place) : end;
      const auto fault = misuse(uses_, row.parameter, value);
      if (!fault) continue;
      return add(row, "range outside the domain", shown(end), fault->rule);
    }
  }

  /// What `factor` makes of the smallest value at `place`, at most what the parameter may be.
  [[nodiscard]] double held(double factor, const Parameter& parameter, const Place& place) const {
    double least = std::numeric_limits<double>::infinity();
    for (const int cell : parameter.cells_at(place))
      for (const int year : parts_.description.years.values())
        least = std::min(least, without_levers(parameter, cell, year));
    return std::min(factor * least, bounds_of(uses_, parameter.name()).most);
  }

  /// What is drawn: levers are laid over it.
  [[nodiscard]] static double without_levers(const Parameter& parameter, int cell, int year) {
    return parameter.settings_in_force(cell).front().series.at(year);
  }

  void check_alone(const Uncertainty& row, const Parameter& parameter) {
    for (const int cell : parameter.cells_at(row.place))
      if (!set_.insert({row.parameter, cell}).second)
        return add(row, "number that another row sets", parameter.place(cell).text(),
                   "be set by one row, or be factors");
  }

  void check_shares(const Uncertainty& row, const Parameter& parameter) {
    for (const int year : parts_.description.years.values()) {
      std::map<std::string, double> sums;
      for (const int cell : parameter.cells_at(row.place))
        sums[without(parameter.place(cell), row.over).text()] +=
            without_levers(parameter, cell, year);
      for (const auto& [place, sum] : sums)
        if (std::abs(sum - 1.0) > 1e-6)
          return add(row, "shares" + place + " sum to",
                     shown(rounded(sum)) + " in " + std::to_string(year),
                     "sum to one over " + row.over);
    }
  }

  [[nodiscard]] static Place without(Place place, const std::string& dimension) {
    std::erase_if(place.at, [&](const Place::At& one) { return one.dimension == dimension; });
    return place;
  }

  void add(const Uncertainty& row, std::string what, std::string value, std::string rule) {
    faults_.push_back({.where = row.name(),
                       .what = std::move(what),
                       .value = std::move(value),
                       .rule = std::move(rule),
                       .file = row.file,
                       .row = row.row});
  }

  const SystemParts& parts_;
  const std::vector<Use> uses_ = uses_of(parts_.description);
  Lookup lookup_;
  SumsToOne sums_;
  std::vector<Fault>& faults_;
  std::set<std::pair<std::string, int>> set_;  ///< cells whose value a row draws
};

}  // namespace

void check_uncertainty(const Network& network, const SystemParts& parts,
                       std::vector<Fault>& faults) {
  if (parts.uncertainty.empty()) return;
  UncertaintyCheck check(network, parts, faults);
  for (const Uncertainty& row : parts.uncertainty) check.check(row);
}

}  // namespace critflow
