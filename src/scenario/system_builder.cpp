#include "critflow/scenario/system_builder.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "critflow/base/nearest_name.hpp"
#include "critflow/base/unit.hpp"
#include "critflow/scenario/item_lists.hpp"

namespace critflow {

namespace {

[[noreturn]] void refuse(const std::string& where, const std::string& what,
                         const std::string& value, const std::string& rule,
                         const std::vector<std::string>& known = {}) {
  throw InvalidValue({.where = where,
                      .what = what,
                      .value = value,
                      .rule = rule,
                      .nearest = nearest_name(value, known)});
}

}  // namespace

SystemBuilder::SystemBuilder(std::string name) { description_.name = std::move(name); }

SystemBuilder& SystemBuilder::title(Title title) {
  description_.title = std::move(title);
  return *this;
}

SystemBuilder& SystemBuilder::years(int first, int last) { return years(Years(first, last)); }

SystemBuilder& SystemBuilder::years(Years years) {
  description_.years = std::move(years);
  return *this;
}

SystemBuilder& SystemBuilder::layer(Layer layer) {
  description_.layers.push_back(std::move(layer));
  return *this;
}

SystemBuilder& SystemBuilder::dimension(std::string name, std::vector<std::string> items) {
  description_.dimensions.push_back({std::move(name), std::move(items)});
  return *this;
}

SystemBuilder& SystemBuilder::process(std::string name, AnyProcess kind,
                                      std::vector<std::string> dimensions,
                                      std::vector<std::string> layers) {
  processes_.push_back(
      {{.name = std::move(name), .kind = std::move(kind), .layers = std::move(layers)},
       std::move(dimensions)});
  return *this;
}

SystemBuilder& SystemBuilder::process(ProcessDescription process) {
  processes_.push_back({std::move(process), {}});
  return *this;
}

SystemBuilder& SystemBuilder::flow(FlowDescription flow) {
  description_.flows.push_back(std::move(flow));
  return *this;
}

SystemBuilder& SystemBuilder::lifetime(LifetimeDescription lifetime) {
  description_.lifetimes.push_back(std::move(lifetime));
  return *this;
}

SystemBuilder& SystemBuilder::derived(DerivedParameter derived) {
  description_.derived.push_back(std::move(derived));
  return *this;
}

SystemBuilder& SystemBuilder::parameter(std::string name, std::string unit, Series series) {
  return parameter(std::move(name), std::move(unit), Place{}, std::move(series));
}

SystemBuilder& SystemBuilder::parameter(std::string name, std::string unit, Place place,
                                        Series series) {
  cells_.push_back({std::move(name), std::move(unit), std::move(place), std::move(series)});
  return *this;
}

/// A parameter with the dimensions of its first cell.
Parameter SystemBuilder::new_parameter(const Cell& cell) const {
  Dimensions dimensions;
  for (const Place::At& at : cell.place.at) {
    dimensions.push_back(parameter_dimension(description_, at.dimension));
    Dimension& added = dimensions.back();
    if (at.dimension == "cohort") {
      for (const Cell& other : cells_)
        if (other.parameter == cell.parameter && position(added, other.place.item("cohort")) < 0)
          added.items.push_back(other.place.item("cohort"));
      std::ranges::sort(added.items);
    }
    if (added.items.empty())
      refuse("parameter." + cell.parameter, "unknown dimension", at.dimension,
             "be a dimension of the system", parameter_dimension_names(description_));
  }
  return Parameter::empty(cell.parameter, canonical_unit(parse_unit(cell.unit).measure),
                          std::move(dimensions));
}

void SystemBuilder::add_cell(const Cell& cell, std::vector<Parameter>& parameters) const {
  auto found = std::ranges::find(parameters, cell.parameter, &Parameter::name);
  if (found == parameters.end()) {
    parameters.push_back(new_parameter(cell));
    found = parameters.end() - 1;
  }
  const std::string where = "parameter." + cell.parameter + cell.place.text();
  const Unit unit = parse_unit(cell.unit);
  if (canonical_unit(unit.measure) != found->unit)
    refuse(where, "unit of the wrong kind", cell.unit, "measure " + found->unit);
  const int at = cell_at(found->shape.dimensions, cell.place);
  if (at < 0 || cell.place.at.size() != found->shape.dimensions.size())
    refuse(where, "no such cell", cell.place.text(), "name one item of each of its dimensions");
  if (found->given(at)) refuse(where, "given twice", "", "be given once");
  Setting setting{.by = "base", .file = "", .series = cell.series.times(unit.factor)};
  for (const YearValue& point : cell.series.points())
    setting.origins.push_back({.given = point.value, .unit = cell.unit});
  found->history[static_cast<std::size_t>(at)].push_back(std::move(setting));
}

System SystemBuilder::build() const {
  SystemParts parts{.description = description_};
  std::vector<Fault> faults;
  const auto attempt = [&](auto step) {
    try {
      step();
    } catch (const InvalidValue& refused) {
      faults.push_back(refused.fault());
    }
  };
  for (Process process : processes_) {
    for (const std::string& name : process.dimensions) {
      const Dimension* known = find_dimension(description_.dimensions, name);
      attempt([&] {
        if (known == nullptr)
          refuse("process." + process.description.name, "unknown dimension", name,
                 "be a dimension of the system", parameter_dimension_names(description_));
        process.description.dimensions.push_back(*known);
      });
    }
    parts.description.processes.push_back(std::move(process.description));
  }
  for (const Cell& cell : cells_) attempt([&] { add_cell(cell, parts.parameters); });
  for (Parameter& parameter : parts.parameters)
    attempt([&] { parameter.evaluate(description_.years); });
  return System(std::move(parts), std::move(faults));
}

}  // namespace critflow
