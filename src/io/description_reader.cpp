#include <algorithm>
#include <utility>

#include "critflow/base/unit.hpp"
#include "description_readers.hpp"

namespace critflow {

namespace {

constexpr int earliest_year = 1800;
constexpr int latest_year = 2200;

Years years_of(const Node& node, std::vector<Fault>& faults) {
  if (node.kind == Node::Kind::table) {
    TableReader reader(node, "years", faults);
    const auto first = reader.whole_number("first");
    const auto last = reader.whole_number("last");
    reader.refuse_others();
    if (first && last) return {*first, *last};
    throw InvalidValue({"years", "key missing", first ? "last" : "first", "be given"});
  }
  std::vector<int> years;
  for (const Node& year : node.children)
    if (year.whole) years.push_back(static_cast<int>(year.number));
  if (node.kind != Node::Kind::list || years.size() != node.children.size())
    throw InvalidValue({"years", "is of the wrong kind", shown(node),
                        "be such as { first = 2000, last = 2060 } or [2000, 2005, 2010]"});
  return Years(years);
}

Years read_years(TableReader& reader) {
  const Node* node = reader.require("years");
  if (node == nullptr) return {2000, 2000};
  try {
    Years years = years_of(*node, reader.faults());
    if (years.first() >= earliest_year && years.last() <= latest_year) return years;
    reader.fault(*node, "years out of range",
                 std::to_string(years.first()) + " to " + std::to_string(years.last()),
                 "lie within 1800 and 2200");
  } catch (const InvalidValue& refused) {
    const Fault& fault = refused.fault();
    add_fault(reader.faults(), *node, fault.where, fault.what, fault.value, fault.rule);
  }
  return {2000, 2000};
}

std::string layer_unit(TableReader& reader, const Node& node) {
  static const std::vector<std::string> units{"t", "kWh", "units"};
  const std::string unit = reader.require_text("unit");
  if (unit.empty() || std::ranges::find(units, unit) != units.end()) return unit;
  reader.fault(node, "unknown unit of a layer", unit, "be t, kWh or units", units);
  return "t";
}

std::vector<Layer> read_layers(TableReader& system) {
  std::vector<Layer> layers;
  const Node* node = system.require("layers");
  if (node == nullptr || system.find("layers", Node::Kind::table) == nullptr) return layers;
  for (const Node& entry : node->children) {
    TableReader reader(entry, "layers." + entry.key, system.faults());
    const std::string unit = layer_unit(reader, entry);
    layers.push_back({.name = entry.key,
                      .unit = unit.empty() ? "t" : unit,
                      .conserved = reader.truth("conserved", true),
                      .material = reader.truth("material")});
    reader.refuse_others();
    if (layers.back().material && layers.back().unit != "t")
      reader.fault(entry, "unit of a material", layers.back().unit, "be t");
  }
  return layers;
}

/// `{ like = "region" }`: a second name for the items of a dimension.
std::vector<std::string> items_like(const Node& entry, const Dimensions& known,
                                    std::vector<Fault>& faults) {
  TableReader reader(entry, "dimensions." + entry.key, faults);
  const std::string like = reader.require_text("like");
  reader.refuse_others();
  if (const Dimension* found = find_dimension(known, like)) return found->items;
  std::vector<std::string> names;
  for (const Dimension& dimension : known) names.push_back(dimension.name);
  if (!like.empty())
    reader.fault(entry, "unknown dimension", like, "be a dimension named before", names);
  return {};
}

Dimensions read_dimensions(TableReader& system) {
  Dimensions dimensions;
  const Node* node = system.find("dimensions", Node::Kind::table);
  if (node == nullptr) return dimensions;
  static const std::vector<std::string> reserved{"material", "layer", "cohort", "year"};
  TableReader reader(*node, "dimensions", system.faults());
  for (const Node& entry : node->children) {
    if (std::ranges::find(reserved, entry.key) != reserved.end())
      reader.fault(entry, "reserved name", entry.key,
                   "be another: parameters have it without this");
    Dimension dimension{entry.key, {}};
    dimension.items = entry.kind == Node::Kind::table
                          ? items_like(entry, dimensions, system.faults())
                          : reader.texts(entry.key);
    if (entry.kind == Node::Kind::list && entry.children.empty())
      reader.fault(entry, "no items", entry.key, "hold at least one");
    dimensions.push_back(std::move(dimension));
  }
  return dimensions;
}

template <class Entry, class Read>
std::vector<Entry> read_entries(TableReader& system, const std::string& key, Node::Kind kind,
                                Read read) {
  std::vector<Entry> entries;
  if (const Node* node = system.find(key, kind))
    for (const Node& entry : node->children) entries.push_back(read(entry));
  return entries;
}

}  // namespace

const std::vector<std::string>& system_keys() {
  static const std::vector<std::string> keys{"schema", "title",    "years",      "contents",
                                             "law",    "layers",   "dimensions", "process",
                                             "flow",   "lifetime", "derived",    "parameter"};
  return keys;
}

SystemDescription read_description(const Node& root, const std::string& folder,
                                   std::vector<Fault>& faults) {
  TableReader reader(root, "", faults);
  for (const std::string& key : system_keys()) static_cast<void>(reader.find(key));
  SystemDescription system{.name = folder, .title = reader.title(), .years = read_years(reader)};
  system.layers = read_layers(reader);
  system.dimensions = read_dimensions(reader);
  system.processes = read_entries<ProcessDescription>(
      reader, "process", Node::Kind::table,
      [&](const Node& node) { return read_process(node, system, faults); });
  system.flows = read_entries<FlowDescription>(
      reader, "flow", Node::Kind::list, [&](const Node& node) { return read_flow(node, faults); });
  system.lifetimes = read_entries<LifetimeDescription>(
      reader, "lifetime", Node::Kind::table,
      [&](const Node& node) { return read_lifetime(node, faults); });
  system.derived =
      read_entries<DerivedParameter>(reader, "derived", Node::Kind::table,
                                     [&](const Node& node) { return read_derived(node, faults); });
  reader.refuse_others();
  return system;
}

}  // namespace critflow
