#include <cstddef>

#include "base/index.hpp"
#include "flow_expansion.hpp"

namespace critflow {

/// A driven stock is counted in service layers whether or not a flow of the drawing carries them.
void Assembly::feed_service_layers(int process) {
  const ProcessPlan& own = plan(process);
  if (own.asks.empty()) return;
  const int first = group(own.entrance).first_vertex;
  int origin = -1;
  for (int i = 0; i < static_cast<int>(own.asks.size()); ++i) {
    const Vertex& vertex = network.vertices[at(first + i)];
    if (vertex.balanced || !vertex.inputs.empty()) continue;
    refuse_to_count(vertex);
    if (origin < 0) origin = group(add_group(process, VertexKind::outside, "origin")).first_vertex;
    add_edge({.tail = origin + i,
              .head = first + i,
              .owner = first + i,
              .known = {plan(process).asks[at(i)]}});
  }
}

/// Where what is asked may come in part, what is counted must come with it.
void Assembly::refuse_to_count(const Vertex& vertex) {
  const std::string& name = description.processes[at(vertex.process)].name;
  for (const FlowDescription& flow : description.flows)
    for (const ProcessPlan& supplier : plans_)
      if (flow.to == name && flow.from == supplier.description->name && !supplier.delivered.empty())
        fault(
            "process." + name,
            "is counted in a layer that '" + flow.from + "', which may deliver less, does not have",
            description.layers[at(vertex.layer)].name, "be a layer of '" + flow.from + "' too");
}

/// What leaves a vertex, what is left of it, and what a vertex asks of its suppliers are shares of
/// one.
void Assembly::check_shares() {
  const double low = 1.0 - share_rounding, high = 1.0 + share_rounding;
  for (const auto& [id, pushed] : pushed_) {
    const Vertex& vertex = network.vertices[at(id)];
    const bool has_rest = !pushed.rests.empty();
    if (pushed.rest_flows.size() > 1)
      fault("process." + description.processes[at(vertex.process)].name,
            "the rest has several destinations", vertex.name, "have one flow with rest = true");
    if (!vertex.balanced) continue;
    if (has_rest)
      check(pushed.rest_sum, low, high, "process " + vertex.name, "splits of its rest sum to",
            "sum to one");
    if (!pushed.sum.given() || vertex.kind != VertexKind::passes_on) continue;
    check(pushed.sum, has_rest ? 0.0 : low, high, "process " + vertex.name,
          "shares of what leaves it sum to",
          has_rest ? "sum to at most one" : "sum to one: give the rest a flow with rest = true");
    for (const auto& [split, sum] : pushed.splits)
      check(sum, low, high, "process " + vertex.name, "split '" + std::get<0>(split) + "' sums to",
            "sum to one");
  }
  for (const auto& [id, sum] : asked_) {
    const Vertex& vertex = network.vertices[at(id)];
    if (vertex.balanced && (vertex.kind == VertexKind::answers || vertex.kind == VertexKind::stock))
      check(sum, low, high, "process " + vertex.name, "shares of what it asks sum to",
            "sum to one");
  }
}

void Assembly::expand_flows() {
  for (std::size_t i = 0; i < description.flows.size(); ++i)
    FlowExpansion(*this, static_cast<int>(i)).run();
  close_rests();
  for (std::size_t p = 0; p < plans_.size(); ++p) feed_service_layers(static_cast<int>(p));
  check_shares();
}

}  // namespace critflow
