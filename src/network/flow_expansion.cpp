#include "flow_expansion.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

#include "base/index.hpp"

namespace critflow {

namespace {

constexpr double most = std::numeric_limits<double>::max();

}  // namespace

FlowExpansion::FlowExpansion(Assembly& assembly, int flow)
    : assembly_(assembly), flow_(assembly.description.flows[at(flow)]), number_(flow) {}

int FlowExpansion::find_process(const std::string& name) const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < assembly_.description.processes.size(); ++i) {
    names.push_back(assembly_.description.processes[i].name);
    if (names.back() == name) return static_cast<int>(i);
  }
  assembly_.fault("flow " + flow_.name(), "unknown process", name, "be a process of the system",
                  names);
  return -1;
}

/// The group through which the flow leaves its tail, or -1.
int FlowExpansion::find_exit(const Assembly::ProcessPlan& tail) const {
  if (flow_.door.empty() && tail.named_doors.empty()) {
    const auto door = tail.doors.find(flow_.rule);
    return door == tail.doors.end() ? tail.exit : door->second;
  }
  if (const auto named = tail.named_doors.find(flow_.door); named != tail.named_doors.end())
    return named->second;
  std::vector<std::string> names;
  std::string list;
  for (const auto& door : tail.named_doors) {
    names.push_back(door.first);
    list += (list.empty() ? "" : ", ") + door.first;
  }
  assembly_.fault("flow " + flow_.name() + ".door", "no such door of '" + flow_.from + "'",
                  flow_.door, list.empty() ? "be left out: it has none" : "be one of " + list,
                  names);
  return -1;
}

bool FlowExpansion::find_ends() {
  tail_.process = find_process(flow_.from);
  head_.process = find_process(flow_.to);
  if (tail_.process < 0 || head_.process < 0) return false;
  const Assembly::ProcessPlan& tail = assembly_.plan(tail_.process);
  tail_.group = find_exit(tail);
  if (tail_.group < 0) return false;
  const Assembly::ProcessPlan& head = assembly_.plan(head_.process);
  head_.group =
      owned_by_head() || head.entrance_of_pushed < 0 ? head.entrance : head.entrance_of_pushed;
  if (head_.group < 0) return false;
  for (End* end : {&tail_, &head_}) {
    end->outside = assembly_.group(end->group).kind == VertexKind::outside;
    end->dimensions = assembly_.plan(end->process).description->dimensions;
    for (const Dimension& dimension : end->dimensions) end->names.push_back(dimension.name);
  }
  for (const auto& [name, second_name] : flow_.as) {
    const auto found = std::find(head_.names.begin(), head_.names.end(), name);
    if (found == head_.names.end())
      assembly_.fault("flow " + flow_.name() + ".as", "unknown dimension", name,
                      "be a dimension of the head", head_.names);
    else
      head_.dimensions[static_cast<std::size_t>(found - head_.names.begin())].name = second_name;
  }
  return may_own();
}

bool FlowExpansion::owned_by_head() const { return flow_.rule == FlowRule::request; }

/// Whether the ends can play the part that the rule gives them.
bool FlowExpansion::may_own() const {
  const VertexKind tail = assembly_.group(tail_.group).kind;
  const VertexKind head = assembly_.group(head_.group).kind;
  const bool driven = !assembly_.plan(head_.process).asks.empty();
  const auto refuse = [&](const std::string& what, const std::string& who,
                          const std::string& rule) {
    assembly_.fault("flow " + flow_.name(), what, who, rule);
    return false;
  };
  const bool on_a_ladder = owned_by_head() && head == VertexKind::market;
  if (!flow_.capacity.empty() && !on_a_ladder)
    return refuse("has a capacity", flow_.capacity, "be asked by a market to have one");
  if (!flow_.cost.empty() && !(on_a_ladder && flow_.factors.empty() && flow_.split.empty()))
    return refuse("has a cost", flow_.cost, "be asked by a market, without shares, to have one");
  if (assembly_.group(head_.group).has_source)
    return refuse("takes from its own stock, but '" + flow_.from + "' leads into it too", flow_.to,
                  "have no flow into it");
  if (owned_by_head()) {
    if (tail == VertexKind::passes_on || tail == VertexKind::stock)
      return refuse("passes on what it gets, but is asked for more by '" + flow_.to + "'",
                    flow_.from, "not be asked: put a market between them");
    if (head != VertexKind::answers && head != VertexKind::market && !driven &&
        !(head == VertexKind::outside && !flow_.factors.empty()))
      return refuse("cannot ask", flow_.to,
                    "be a production, a market, a driven stock, or outside with an amount");
    if (!assembly_.plan(tail_.process).delivered.empty() && head != VertexKind::outside &&
        !assembly_.plan(head_.process).takes_less)
      return refuse("cannot ask '" + flow_.from + "', which may deliver less", flow_.to,
                    "be a stock with a driver or outside; else let '" + flow_.from +
                        "' bring in what it is short of, and rank the claims at its market");
    return true;
  }
  if (head == VertexKind::answers)
    return refuse("answers requests, but '" + flow_.from + "' pushes into it", flow_.to,
                  "be asked: put a market between them");
  if (driven)
    return refuse("is driven, but '" + flow_.from + "' pushes into it", flow_.to,
                  "ask for its inflow, or have no driver");
  const bool has_door = assembly_.plan(tail_.process).doors.count(flow_.rule) > 0;
  if (flow_.rule == FlowRule::done && !has_door)
    return refuse("has no capacity", flow_.from,
                  "be a gate or waiting to have a flow that is done");
  if ((flow_.rule == FlowRule::surplus) != (tail == VertexKind::market))
    return refuse(tail == VertexKind::market ? "is a market" : "is no market", flow_.from,
                  "give a surplus if it is a market, and only then");
  if (tail == VertexKind::outside)
    return refuse("is outside and pushes nothing", flow_.from, "be asked, or be a source");
  return true;
}

bool FlowExpansion::splits_over(const std::string& dimension) const {
  if (!flow_.split.empty() && assembly_.varies(flow_.split, dimension)) return true;
  return std::any_of(flow_.factors.begin(), flow_.factors.end(), [&](const std::string& factor) {
    return assembly_.varies(factor, dimension);
  });
}

void FlowExpansion::check_dimension(const Dimension& dimension, bool in_tail, bool in_head) {
  if (in_tail == in_head) return;
  const bool owner_has_it = owned_by_head() ? in_head : in_tail;
  const bool other_is_outside = owned_by_head() ? tail_.outside : head_.outside;
  const bool said =
      std::find(flow_.sum.begin(), flow_.sum.end(), dimension.name) != flow_.sum.end();
  const std::string where = "flow " + flow_.name();
  if (owner_has_it && !said && !other_is_outside)
    assembly_.fault(where, "would be summed", dimension.name,
                    "say sum = [\"" + dimension.name + "\"]");
  const bool rung = owned_by_head() && assembly_.plan(head_.process).market.has_value();
  if (!owner_has_it && !rung && !splits_over(dimension.name))
    assembly_.fault(where, "is only on the other end", dimension.name,
                    "have a share or split that varies over it");
}

void FlowExpansion::join_dimensions() {
  for (const Dimension& dimension : tail_.dimensions) {
    const Dimension* other = find_dimension(head_.dimensions, dimension.name);
    Dimension joined{dimension.name, {}};
    for (const std::string& item : dimension.items)
      if (other == nullptr || position(*other, item) >= 0) joined.items.push_back(item);
    if (joined.items.empty())
      assembly_.fault("flow " + flow_.name(), "no item at both ends", dimension.name,
                      "share an item of the dimension");
    check_dimension(dimension, true, other != nullptr);
    dimensions_.push_back(std::move(joined));
  }
  for (const Dimension& dimension : head_.dimensions) {
    if (find_dimension(tail_.dimensions, dimension.name) != nullptr) continue;
    check_dimension(dimension, false, true);
    dimensions_.push_back(dimension);
  }
  for (const std::string& name : flow_.sum)
    if (find_dimension(dimensions_, name) == nullptr)
      assembly_.fault("flow " + flow_.name() + ".sum", "unknown dimension", name,
                      "be a dimension of the flow's owner", tail_.names);
}

std::vector<int> FlowExpansion::shared_layers() const {
  const std::vector<int>& other = assembly_.plan(head_.process).layers;
  std::vector<int> layers;
  const std::vector<int>& own = assembly_.plan(tail_.process).layers;
  for (std::size_t l = 0; l < own.size(); ++l)
    if (std::find(other.begin(), other.end(), own[l]) != other.end() &&
        assembly_.has_part(tail_.group, static_cast<int>(l)))
      layers.push_back(own[l]);
  if (layers.empty())
    assembly_.fault("flow " + flow_.name(), "no layer at both ends", "",
                    "share a layer of the system");
  return layers;
}

int FlowExpansion::vertex_at(const End& end, const Place& place, int layer) const {
  const Assembly::ProcessPlan& plan = assembly_.plan(end.process);
  const auto own = std::find(plan.layers.begin(), plan.layers.end(), layer);
  return assembly_.vertex_of(end.group, cell_at(end.dimensions, place),
                             static_cast<int>(own - plan.layers.begin()));
}

Known FlowExpansion::coefficient(const Spot& spot) {
  const Known share = assembly_.share_of(flow_, spot.place, spot.layer);
  if (share.id > assembly_.network.equations.one().id)
    assembly_.check(share, 0.0, most, "flow " + flow_.name(), "negative share", "be >= 0");
  return share;
}

Edge FlowExpansion::asked_edge(const Spot& spot, Known share) {
  const Vertex& head = assembly_.network.vertices[at(spot.head)];
  Equations& equations = assembly_.network.equations;
  Edge edge{.tail = spot.tail, .head = spot.head, .owner = spot.head};
  const Assembly::ProcessPlan& asker = assembly_.plan(head_.process);
  if (!asker.asks.empty()) {
    const auto place = at(spot.head - assembly_.group(head_.group).first_vertex);
    ask_known(edge, equations.multiply(asker.asks[place], share));
  } else if (head.kind == VertexKind::outside) {
    ask_known(edge, share);
  } else if (head.kind == VertexKind::answers) {
    edge.terms.push_back({equations.multiply(head.throughput, share), head.activity});
  }
  return edge;
}

void FlowExpansion::ask_known(Edge& edge, Known amount) {
  const Assembly::ProcessPlan& asked = assembly_.plan(tail_.process);
  if (asked.delivered.empty()) return edge.known.push_back(amount);
  const auto vertex = at(edge.tail - assembly_.group(tail_.group).first_vertex);
  edge.terms.push_back({amount, asked.delivered[vertex / asked.layers.size()].share});
}

Edge FlowExpansion::pushed_edge(const Spot& spot, Known share) {
  const Vertex& tail = assembly_.network.vertices[at(spot.tail)];
  Edge edge{.tail = spot.tail, .head = spot.head, .owner = spot.tail};
  const bool from_door = assembly_.plan(tail_.process).doors.count(flow_.rule) > 0;
  if (flow_.rule == FlowRule::surplus || (flow_.rule == FlowRule::rest && !from_door)) return edge;
  edge.terms.push_back(
      {assembly_.network.equations.multiply(tail.throughput, share), tail.activity});
  return edge;
}

void FlowExpansion::note(const Spot& spot, int edge, Known share) {
  Equations& equations = assembly_.network.equations;
  const auto add_to = [&](Known& sum, Known part) {
    sum = sum.given() ? equations.add(sum, part) : part;
  };
  if (flow_.rule == FlowRule::surplus) return;
  if (owned_by_head()) {
    add_to(assembly_.asked_[spot.head], share);
    return;
  }
  Assembly::Pushed& pushed = assembly_.pushed_[spot.tail];
  if (flow_.rule == FlowRule::rest && assembly_.plan(tail_.process).doors.count(flow_.rule) == 0) {
    pushed.rests.push_back({edge, share});
    pushed.rest_flows.insert(number_);
    add_to(pushed.rest_sum, share);
    return;
  }
  const Vertex& tail = assembly_.network.vertices[at(spot.tail)];
  add_to(pushed.sum, equations.multiply(tail.throughput, share));
  if (flow_.split.empty()) return;
  const std::string& layer = assembly_.description.layers[at(spot.layer)].name;
  Place beside;
  for (const Place::At& one : spot.place.at)
    if (find_dimension(tail_.dimensions, one.dimension) == nullptr &&
        !assembly_.varies(flow_.split, one.dimension))
      beside.at.push_back(one);
  add_to(pushed.splits[{flow_.split, flow_.factors, beside.text()}],
         assembly_.known_of(flow_.split, spot.place, layer, "flow " + flow_.name()));
}

void FlowExpansion::run() {
  if (!find_ends()) return;
  join_dimensions();
  ExpandedFlow expanded{.description = number_,
                        .from = flow_.from,
                        .to = flow_.to,
                        .role = flow_.role,
                        .dimensions = dimensions_,
                        .layers = shared_layers()};
  for (const Place& place : every_place(dimensions_))
    for (const int layer : expanded.layers) {
      const Spot spot{place, layer, vertex_at(tail_, place, layer), vertex_at(head_, place, layer)};
      const Known share = coefficient(spot);
      expanded.edges.push_back(
          assembly_.add_edge(owned_by_head() ? asked_edge(spot, share) : pushed_edge(spot, share)));
      note(spot, expanded.edges.back(), share);
    }
  assembly_.network.flows.push_back(std::move(expanded));
}

}  // namespace critflow
