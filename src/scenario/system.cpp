#include "critflow/scenario/system.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "checks.hpp"
#include "critflow/base/nearest_name.hpp"
#include "critflow/base/unit.hpp"

namespace critflow {

namespace {

void check_values(const Network& network, const SystemParts& parts, std::vector<Fault>& faults) {
  const std::size_t found = faults.size();
  check_uses(parts, faults);
  if (faults.size() == found) check_lifetimes(parts, faults);
  if (faults.empty()) check_bounds(network, parts, faults);
}

Network checked_network(const SystemParts& parts, std::vector<Fault> faults) {
  const std::size_t before = faults.size();
  check_names(parts, faults);
  check_drawing(parts.description, faults);
  if (faults.size() > before) throw ModelFaults(std::move(faults));
  std::vector<ParameterShape> shapes;
  for (const Parameter& parameter : parts.parameters) shapes.push_back(parameter.shape);
  Network network = assemble(parts.description, shapes, faults);
  check_cells(network, parts.parameters, faults);
  check_values(network, parts, faults);
  if (faults.empty()) check_uncertainty(network, parts, faults);
  if (!faults.empty()) throw ModelFaults(std::move(faults));
  return network;
}

template <class All, class Name>
auto find_named(All& all, const std::string& name, Name name_of_one) {
  return std::find_if(all.begin(), all.end(),
                      [&](const auto& one) { return name_of_one(one) == name; });
}

Parameter& require_parameter(std::vector<Parameter>& parameters, const std::string& name) {
  const auto found = find_named(parameters, name, [](const Parameter& one) { return one.name(); });
  if (found != parameters.end()) return *found;
  std::vector<std::string> known;
  for (const Parameter& parameter : parameters) known.push_back(parameter.name());
  throw InvalidValue({.where = "replace",
                      .what = "unknown parameter",
                      .value = name,
                      .rule = "be a parameter of the system",
                      .nearest = nearest_name(name, known)});
}

Unit require_unit(const Parameter& parameter, const std::string& text) {
  const Unit unit = parse_unit(text);
  if (unit.measure == parse_unit(parameter.unit).measure) return unit;
  throw InvalidValue({.where = parameter.name(),
                      .what = "unit of the wrong kind",
                      .value = text,
                      .rule = "measure " + parameter.unit});
}

/// What stands for the source of a number that has none.
constexpr const char* assumed = "assumption";

void put(std::vector<Parameter>& parameters, const Years& years, const std::string& name,
         const Place& place, const Series& series, const std::string& given_unit) {
  Parameter& parameter = require_parameter(parameters, name);
  const std::string unit = given_unit.empty() ? parameter.unit : given_unit;
  Setting setting{
      .by = "code", .file = "", .series = series.times(require_unit(parameter, unit).factor)};
  for (const YearValue& point : series.points())
    setting.origins.push_back({.given = point.value, .unit = unit, .source = assumed});
  if (setting.origins.empty())
    setting.origins.push_back({.given = series.at(years.last()), .unit = unit, .source = assumed});
  const std::vector<int> cells = parameter.cells_at(place);
  if (cells.empty())
    throw InvalidValue({.where = name,
                        .what = "no such cell",
                        .value = place.text(),
                        .rule = "have a value to replace"});
  for (const int cell : cells) parameter.history[static_cast<std::size_t>(cell)].push_back(setting);
  parameter.evaluate(years);
}

}  // namespace

System::System(SystemParts parts, std::vector<Fault> found_before) {
  auto network = std::make_shared<const Network>(checked_network(parts, std::move(found_before)));
  checked_ = std::make_shared<const Checked>(Checked{std::move(parts), std::move(network)});
}

System::System(Checked checked) : checked_(std::make_shared<const Checked>(std::move(checked))) {}

System System::revalued(SystemParts parts) const {
  std::vector<Fault> faults;
  check_values(network(), parts, faults);
  if (!faults.empty()) throw ModelFaults(std::move(faults));
  return System(Checked{std::move(parts), checked_->network});
}

const SystemDescription& System::description() const { return checked_->parts.description; }
const Network& System::network() const { return *checked_->network; }
const std::vector<Parameter>& System::parameters() const { return checked_->parts.parameters; }
const std::vector<Lever>& System::levers() const { return checked_->parts.levers; }
const std::vector<Citation>& System::citations() const { return checked_->parts.citations; }
const std::vector<Uncertainty>& System::uncertainty() const { return checked_->parts.uncertainty; }
const std::vector<RankCorrelation>& System::correlations() const {
  return checked_->parts.correlations;
}
const std::vector<Observation>& System::observations() const {
  return checked_->parts.observations;
}
const std::string& System::scenario() const { return checked_->parts.scenario; }
const std::string& System::policy() const { return checked_->parts.policy; }
const SystemParts& System::parts() const { return checked_->parts; }

const Parameter* System::parameter(const std::string& name) const {
  const auto found =
      find_named(checked_->parts.parameters, name, [](const Parameter& one) { return one.name(); });
  return found == parameters().end() ? nullptr : &*found;
}

const Lever* System::lever(const std::string& name) const {
  const auto found = find_named(levers(), name, [](const Lever& one) { return one.name; });
  return found == levers().end() ? nullptr : &*found;
}

std::optional<Fault> System::misuse(const std::string& parameter, double value) const {
  return critflow::misuse(uses_of(description()), parameter, value);
}

Bounds System::bounds(const std::string& parameter) const {
  return bounds_of(uses_of(description()), parameter);
}

std::vector<Bounds> System::bounds() const {
  const std::vector<Use> uses = uses_of(description());
  std::vector<Bounds> all;
  for (const Parameter& one : parameters()) all.push_back(bounds_of(uses, one.name()));
  return all;
}

const Citation* System::citation(const std::string& key) const {
  const auto found =
      find_named(checked_->parts.citations, key, [](const Citation& one) { return one.key; });
  return found == citations().end() ? nullptr : &*found;
}

std::vector<std::string> System::used_parameters() const {
  std::vector<std::string> names;
  for (const auto& [name, cells] : used_cells()) names.push_back(name);
  return names;
}

std::map<std::string, std::set<int>> System::used_cells() const {
  std::map<std::string, std::set<int>> cells;
  for (const KnownNumber& known : network().equations.known_numbers())
    if (known.kind == KnownNumber::Kind::parameter)
      cells[parameters()[static_cast<std::size_t>(known.parameter)].name()].insert(known.cell);
  return cells;
}

System System::replace(const std::string& parameter, const Place& place, const Series& series,
                       const std::string& unit) const {
  SystemParts changed = parts();
  put(changed.parameters, changed.description.years, parameter, place, series, unit);
  return System(std::move(changed));
}

System System::replace_lifetime(const std::string& lifetime, const Place& place, double first,
                                double second) const {
  const auto& lifetimes = description().lifetimes;
  const auto found = std::ranges::find(lifetimes, lifetime, &LifetimeDescription::name);
  if (found == lifetimes.end()) {
    std::vector<std::string> known;
    for (const LifetimeDescription& one : lifetimes) known.push_back(one.name);
    throw InvalidValue({.where = "replace",
                        .what = "unknown lifetime",
                        .value = lifetime,
                        .rule = "be a lifetime of the system",
                        .nearest = nearest_name(lifetime, known)});
  }
  SystemParts changed = parts();
  const Years& years = changed.description.years;
  put(changed.parameters, years, found->first, place, first, "");
  if (!found->second.empty()) put(changed.parameters, years, found->second, place, second, "");
  return System(std::move(changed));
}

}  // namespace critflow
