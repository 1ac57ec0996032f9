#include "parameter_store.hpp"

#include <algorithm>
#include <utility>

#include "critflow/scenario/item_lists.hpp"
#include "parameter_rows.hpp"
#include "parameter_table.hpp"
#include "table_reader.hpp"

namespace critflow {

namespace {

bool is_of_package(const Parameter& parameter) {
  return std::ranges::any_of(parameter.history, [](const std::vector<Setting>& settings) {
    return !settings.empty() && settings.front().by != "base";
  });
}

}  // namespace

void ParameterStore::read_interpolations(const Node& parameters) {
  for (const Node& node : parameters.children) {
    const Node* word = node.find("interpolation");
    if (word == nullptr) continue;
    TableReader reader(node, "parameter." + node.key, faults_);
    const std::string choice = reader.choice("interpolation", {"linear", "step", "table"});
    interpolations_[node.key] = choice == "step"    ? Interpolation::step
                                : choice == "table" ? Interpolation::table
                                                    : Interpolation::linear;
  }
}

void ParameterStore::read_contents(std::string_view text, const std::string& name,
                                   const Sources& sources) {
  ParameterRows rows(*this, sources, "contents " + name, true);
  rows.read(text, "contents/" + name + ".csv");
  rows.settle();
  of_package_ = sources.citations();
}

void ParameterStore::read_tables(const std::map<std::string, std::string_view>& texts_by_file,
                                 const Sources& sources) {
  ParameterRows rows(*this, sources, "base", false);
  for (const auto& [file, text] : texts_by_file) rows.read(text, file);
  rows.settle();
}

void ParameterStore::read_base(const Node& parameters, const Sources& sources) {
  for (const Node& node : parameters.children) {
    const auto key = read_parameter_key(node.key, node, "parameter", faults_);
    if (!key) continue;
    const std::string& name = key->name;
    const auto known = parameters_.find(name);
    if (node.find("interpolation") != nullptr && node.children.size() == 1) {
      if (known == parameters_.end() && broken_.count(name) == 0)
        add_fault(faults_, node, "parameter." + node.key, "unknown parameter", name,
                  "be in parameters/*.csv", names());
    } else if (known != parameters_.end() && is_of_package(known->second)) {
      override_cells(node, *key, "base", sources);
    } else {
      define(node, *key, sources);
    }
  }
}

/// A cell of a parameter that system.toml gives.
void ParameterStore::define(const Node& node, const ParameterKey& key, const Sources& sources) {
  const auto& [name, place] = key;
  const auto table = read_parameter_table(node, "base", sources, faults_);
  if (!table) {
    broken_.insert(name);
    return;
  }
  auto known = parameters_.find(name);
  if (known == parameters_.end()) {
    Dimensions dimensions;
    for (const Place::At& at : place.at)
      dimensions.push_back(parameter_dimension(description_, at.dimension));
    const std::string unit = canonical_unit(table->measure);
    known = parameters_.emplace(name, Parameter::empty(name, unit, std::move(dimensions))).first;
  }
  Parameter& parameter = known->second;
  const std::string where = "parameter." + node.key;
  const int cell = place.at.size() == parameter.shape.dimensions.size()
                       ? cell_at(parameter.shape.dimensions, place)
                       : -1;
  if (cell < 0)
    add_fault(faults_, node, where, "no such cell", place.text(),
              "name one item of each dimension of the parameter");
  else if (canonical_unit(table->measure) != parameter.unit)
    add_fault(faults_, node, where, "unit of the wrong kind", table->setting.origins.front().unit,
              "measure " + parameter.unit);
  else if (parameter.given(cell))
    add_fault(faults_, node, where, "given twice",
              "first in " + parameter.setting(cell).file + ":" +
                  std::to_string(parameter.setting(cell).origins.front().row),
              "be given once");
  else
    parameter.history[static_cast<std::size_t>(cell)].push_back(table->setting);
}

void ParameterStore::read_overrides(const Node& parameters, const std::string& by,
                                    const Sources& sources) {
  for (const Node& node : parameters.children)
    if (const auto key = read_parameter_key(node.key, node, "parameter", faults_))
      override_cells(node, *key, by, sources);
}

void ParameterStore::override_cells(const Node& node, const ParameterKey& key,
                                    const std::string& by, const Sources& sources) {
  const auto& [name, place] = key;
  const std::string where = "parameter." + node.key;
  const auto table = read_parameter_table(node, by, sources, faults_);
  const auto known = parameters_.find(name);
  if (known == parameters_.end()) {
    if (whole_ && broken_.count(name) == 0)
      add_fault(faults_, node, where, "unknown parameter", name, "be a parameter of the system",
                names());
    return;
  }
  if (!table) return;
  Parameter& parameter = known->second;
  try {
    const std::vector<int> cells = parameter.cells_at(place);
    if (cells.empty())
      add_fault(faults_, node, where, "matches nothing", place.text(), "match a cell with a value");
    if (canonical_unit(table->measure) != parameter.unit)
      return add_fault(faults_, node, where, "unit of the wrong kind",
                       table->setting.origins.front().unit, "measure " + parameter.unit);
    for (const int cell : cells)
      parameter.history[static_cast<std::size_t>(cell)].push_back(table->setting);
  } catch (const InvalidValue& refused) {
    const Fault& fault = refused.fault();
    add_fault(faults_, node, where, fault.what, fault.value, fault.rule);
    faults_.back().nearest = fault.nearest;
  }
}

std::vector<std::string> ParameterStore::names() const {
  std::vector<std::string> names;
  for (const auto& known : parameters_) names.push_back(known.first);
  return names;
}

std::vector<Parameter> ParameterStore::take() {
  std::vector<Parameter> parameters;
  for (auto& [name, parameter] : parameters_) {
    try {
      parameter.evaluate(description_.years);
    } catch (const InvalidValue& refused) {
      Fault fault = refused.fault();
      fault.where = name;
      for (int cell = 0; cell < parameter.cells() && fault.file.empty(); ++cell)
        if (parameter.given(cell)) fault.file = parameter.setting(cell).file;
      faults_.push_back(std::move(fault));
    }
    parameters.push_back(std::move(parameter));
  }
  return parameters;
}

std::vector<Citation> ParameterStore::citations(const Sources& of_folder) const {
  std::set<std::string> needed;
  for (const auto& known : parameters_)
    for (const auto& settings : known.second.history)
      for (const Setting& setting : settings)
        if (setting.by.starts_with("contents"))
          for (const Origin& origin : setting.origins) needed.insert(origin.source);
  std::vector<Citation> citations = of_folder.citations();
  for (const Citation& citation : of_package_)
    if (needed.count(citation.key) > 0 && !of_folder.knows(citation.key))
      citations.push_back(citation);
  return citations;
}

}  // namespace critflow
