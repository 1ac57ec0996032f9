#include "critflow/policy/lay_levers.hpp"

#include <set>
#include <utility>

#include "base/index.hpp"
#include "critflow/policy/composition.hpp"

namespace critflow {

namespace {

bool is_lever(const Setting& setting) { return !setting.lever.empty(); }

/// Takes the levers away where one of them decides a number; says whether there was one.
bool strip_levers(Parameter& parameter) {
  bool stripped = false;
  for (std::vector<Setting>& settings : parameter.history)
    if (!settings.empty() && is_lever(settings.back())) {
      std::erase_if(settings, is_lever);
      stripped = true;
    }
  return stripped;
}

/// Where the value comes from: an assumption of its own where that is not told.
std::vector<Origin> origins_of(const Lever& lever) {
  if (!lever.origins.empty()) return lever.origins;
  std::vector<Origin> origins;
  for (const YearValue& point : lever.value.points())
    origins.push_back({.given = point.value, .source = "assumption"});
  if (origins.empty()) origins.push_back({.source = "assumption"});
  return origins;
}

Series over_years(const std::vector<double>& values, const Years& years) {
  std::vector<YearValue> points;
  for (int step = 0; step < years.size(); ++step) points.push_back({years[step], values[at(step)]});
  return Series(std::move(points), Interpolation::table);
}

}  // namespace

void lay_levers(SystemParts& parts) {
  const Years& years = parts.description.years;
  std::set<Parameter*> touched;
  for (Parameter& parameter : parts.parameters)
    if (strip_levers(parameter)) touched.insert(&parameter);
  const Composition composition(parts.parameters, parts.levers, years);
  if (auto faults = composition.conflicts(parts.parameters); !faults.empty())
    throw ModelFaults(std::move(faults));
  for (const auto& [lever, cell, values] :
       composition.layers(std::vector<bool>(parts.levers.size(), true))) {
    const Lever& by = parts.levers[at(lever)];
    const Composition::Cell& at_cell = composition.cells()[at(cell)];
    Parameter& parameter = parts.parameters[at(at_cell.parameter)];
    parameter.history[at(at_cell.cell)].push_back({.by = by.called(),
                                                   .file = by.file,
                                                   .series = over_years(values, years),
                                                   .origins = origins_of(by),
                                                   .lever = by.name});
    touched.insert(&parameter);
  }
  for (Parameter* parameter : touched) parameter->evaluate(years, parameter->shape.yearly);
}

}  // namespace critflow
