#include "balance_watch.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include "base/index.hpp"

namespace critflow {

template <Real R>
BalanceWatch<R>::BalanceWatch(const Plan::Compiled& plan) : plan_(plan) {
  int layers = 0;
  const auto add = [&](const std::vector<int>& edges) {
    for (const int edge : edges) flow_slots_.push_back(plan.flow_slots[at(edge)]);
    return static_cast<int>(flow_slots_.size());
  };
  for (std::size_t v = 0; v < plan.network.vertices.size(); ++v) {
    const Vertex& vertex = plan.network.vertices[v];
    layers = std::max(layers, vertex.layer + 1);
    Closing one{};
    one.layer = vertex.layer;
    one.level = plan.level_of[v];
    one.balanced = vertex.balanced;
    one.inputs = static_cast<int>(flow_slots_.size());
    one.outputs = add(vertex.inputs);
    one.end = add(vertex.outputs);
    vertices_.push_back(one);
  }
  for (const Plan::StockLevel& level : plan.levels) level_slots_.push_back(level.slot);
  watched_.layers.resize(at(layers));
  watched_.levels.resize(level_slots_.size());
}

template <Real R>
void BalanceWatch<R>::start(const std::vector<R>& slots) {
  std::ranges::fill(watched_.layers, typename Watched<R>::OfLayer{});
  watched_.total = R(0.0);
  for (std::size_t i = 0; i < level_slots_.size(); ++i)
    watched_.levels[i] = slots[at(level_slots_[i])];
}

template <Real R>
void BalanceWatch<R>::look(const std::vector<R>& slots, int step) {
  watch_year({.vertices = vertices_,
              .flow_slots = flow_slots_.data(),
              .level_slots = level_slots_.data(),
              .length = plan_.years.length(step),
              .first_place = static_cast<double>(at(step) * vertices_.size())},
             slots.data(), watched_);
}

template <Real R>
Balance BalanceWatch<R>::result(int lane_number) const {
  Balance balance;
  double place = -1.0;
  for (const auto& layer : watched_.layers) {
    // Nothing left a trace: all residuals are exactly zero.
    if (lane(layer.where, lane_number) < 0.0) continue;
    const double relative = lane(layer.worst, lane_number) / lane(layer.largest_flow, lane_number);
    if (relative <= balance.worst || std::isnan(balance.worst)) continue;
    balance.worst = relative;
    place = lane(layer.where, lane_number);
  }
  if (place >= 0.0) {
    const auto number = static_cast<std::size_t>(place);
    balance.where = plan_.network.vertices[number % vertices_.size()].name + " in " +
                    std::to_string(plan_.years[static_cast<int>(number / vertices_.size())]);
  }
  return balance;
}

template class BalanceWatch<double>;
template class BalanceWatch<Lanes>;

}  // namespace critflow
