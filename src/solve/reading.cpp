#include "critflow/solve/reading.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/index.hpp"
#include "critflow/base/nearest_name.hpp"

namespace critflow {

namespace {

[[noreturn]] void refuse(const std::string& where, const std::string& what,
                         const std::string& value, const std::vector<std::string>& known,
                         const std::string& rule) {
  throw InvalidValue({.where = where,
                      .what = what,
                      .value = value,
                      .rule = rule,
                      .nearest = nearest_name(value, known)});
}

/// Whether the place has every item that is fixed.
bool lies_at(const Place& place, const Place& fixed) {
  return std::ranges::all_of(
      fixed.at, [&](const Place::At& one) { return place.item(one.dimension) == one.item; });
}

}  // namespace

Reading::Reading(Plan plan, System system) : plan_(std::move(plan)), system_(std::move(system)) {}

int Reading::layer_named(const std::string& where, const std::string& name) const {
  std::vector<std::string> names;
  for (const Layer& one : system_.description().layers) names.push_back(one.name);
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) refuse(where, "unknown layer", name, names, "be of the system");
  return static_cast<int>(found - names.begin());
}

/// An item that is only elsewhere in the system is no slip: nothing lies there.
void Reading::require_place(const std::string& where, const Dimensions& dimensions,
                            const Place& place) const {
  std::vector<std::string> names;
  for (const Dimension& one : dimensions) names.push_back(one.name);
  for (const Place::At& one : place.at) {
    const Dimension* here = find_dimension(dimensions, one.dimension);
    if (here == nullptr)
      refuse(where, "does not vary", one.dimension, names, "have the dimension that is fixed");
    const Dimension* all = find_dimension(system_.description().dimensions, one.dimension);
    if (position(*here, one.item) < 0 && (all == nullptr || position(*all, one.item) < 0))
      refuse(where, "unknown item", one.item, here->items, "be of the dimension " + here->name);
  }
}

int Reading::sum(Sum sum, const std::vector<int>& wanted) {
  const Years& years = plan_.compiled().years;
  const int first = cells();
  for (const int year : wanted.empty() ? years.values() : wanted) {
    const int step = years.index_of(year);
    if (step < 0)
      throw InvalidValue({.where = "reading",
                          .what = "unknown year",
                          .value = std::to_string(year),
                          .rule = "be a year of the run"});
    cells_.push_back({static_cast<int>(sums_.size()), step});
  }
  sums_.push_back(std::move(sum));
  return first;
}

int Reading::sum_of_flows(const std::string& where, const std::vector<const ExpandedFlow*>& flows,
                          const Wanted& wanted) {
  const int layer = layer_named(where, wanted.layer);
  Sum sum;
  bool carried = false;
  for (const ExpandedFlow* flow : flows) {
    const auto of_layer = std::ranges::find(flow->layers, layer);
    if (of_layer == flow->layers.end()) continue;
    carried = true;
    require_place(flow->from + " -> " + flow->to, flow->dimensions, wanted.place);
    auto edge = static_cast<std::size_t>(of_layer - flow->layers.begin());
    for (const Place& place : every_place(flow->dimensions)) {
      if (lies_at(place, wanted.place)) sum.edges.push_back(flow->edges[edge]);
      edge += flow->layers.size();
    }
  }
  if (!carried) refuse(where, "does not carry", wanted.layer, {}, "have the layer");
  return this->sum(std::move(sum), wanted.years);
}

int Reading::flow(const std::string& from, const std::string& to, const Wanted& wanted) {
  const std::string name = from + " -> " + to;
  std::vector<const ExpandedFlow*> found;
  std::vector<std::string> names;
  for (const ExpandedFlow& one : plan_.compiled().network.flows) {
    names.push_back(one.from + " -> " + one.to);
    if (names.back() == name) found.push_back(&one);
  }
  if (found.empty()) refuse("flow", "unknown flow", name, names, "be one of the system");
  return sum_of_flows(name, found, wanted);
}

int Reading::role(const std::string& role, const Wanted& wanted) {
  if (std::ranges::find(flow_roles(), role) == flow_roles().end())
    refuse("role", "unknown role", role, flow_roles(), "be one of the system");
  std::vector<const ExpandedFlow*> found;
  for (const ExpandedFlow& one : plan_.compiled().network.flows)
    if (one.role == role) found.push_back(&one);
  return sum_of_flows("role '" + role + "'", found, wanted);
}

int Reading::sum_of_stock(const std::string& process, OfStock what, const Wanted& wanted) {
  const Plan::Compiled& plan = plan_.compiled();
  std::vector<std::string> names;
  for (const ExpandedStock& one : plan.network.stocks)
    names.push_back(system_.description().processes[at(one.process)].name);
  const auto found = std::ranges::find(names, process);
  if (found == names.end())
    refuse("stock", "unknown stock", process, names, "be one of the system");
  const ExpandedStock& stock = plan.network.stocks[at(static_cast<int>(found - names.begin()))];
  require_place(process, system_.description().processes[at(stock.process)].dimensions,
                wanted.place);
  const int layer = layer_named(process, wanted.layer);
  Sum sum;
  bool carried = false;
  for (const int id : stock.vertices) {
    const Vertex& vertex = plan.network.vertices[at(id)];
    if (vertex.layer != layer) continue;
    carried = true;
    if (!lies_at(vertex.place, wanted.place)) continue;
    if (what == OfStock::level) sum.levels.push_back(plan.level_of[at(id)]);
    if (what == OfStock::inflow)
      sum.edges.insert(sum.edges.end(), vertex.inputs.begin(), vertex.inputs.end());
    if (what == OfStock::outflow)
      sum.edges.insert(sum.edges.end(), vertex.outputs.begin(), vertex.outputs.end());
  }
  if (!carried) refuse(process, "does not carry", wanted.layer, {}, "have the layer");
  return this->sum(std::move(sum), wanted.years);
}

int Reading::stock(const std::string& process, const Wanted& wanted) {
  return sum_of_stock(process, OfStock::level, wanted);
}
int Reading::inflow(const std::string& process, const Wanted& wanted) {
  return sum_of_stock(process, OfStock::inflow, wanted);
}
int Reading::outflow(const std::string& process, const Wanted& wanted) {
  return sum_of_stock(process, OfStock::outflow, wanted);
}

std::vector<double> Reading::of(const Run& run) const {
  const Run::Values& values = run.values();
  const std::size_t edges = plan_.compiled().flow_slots.size();
  const std::size_t levels = plan_.compiled().levels.size();
  std::vector<double> read;
  for (const Cell& cell : cells_) {
    double sum = 0.0;
    for (const int edge : sums_[at(cell.sum)].edges)
      sum += values.flows[at(cell.step) * edges + at(edge)];
    for (const int level : sums_[at(cell.sum)].levels)
      sum += values.levels[at(cell.step) * levels + at(level)];
    read.push_back(sum);
  }
  return read;
}

}  // namespace critflow
