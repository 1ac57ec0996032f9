#include "balance_watch.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "base/index.hpp"

namespace critflow {

template <Real R>
BalanceWatch<R>::BalanceWatch(const Plan::Compiled& plan) : plan_(plan), watch_(*plan.watch) {
  int layers = 0;
  for (const FlowsOfLayer& one : watch_.layers) layers = std::max(layers, one.layer + 1);
  watched_.layers.resize(at(layers));
  watched_.levels.resize(watch_.level_slots.size());
}

template <Real R>
void BalanceWatch<R>::start(const std::vector<R>& slots) {
  std::ranges::fill(watched_.layers, typename Watched<R>::OfLayer{});
  watched_.total = R(0.0);
  for (std::size_t i = 0; i < watch_.level_slots.size(); ++i)
    watched_.levels[i] = slots[at(watch_.level_slots[i])];
}

template <Real R>
void BalanceWatch<R>::look(const std::vector<R>& slots, int step) {
  if (watch_.layers.empty()) return;
  watch_year({.layers = watch_.layers,
              .vertices = watch_.vertices,
              .slots = watch_.slots.data(),
              .level_slots = watch_.level_slots.data(),
              .length = plan_.years.length(step),
              .first_place = static_cast<double>(at(step) * plan_.network.vertices.size())},
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
    if (relative <= balance.worst) continue;
    balance.worst = relative;
    place = lane(layer.where, lane_number);
  }
  if (place >= 0.0) {
    const auto number = static_cast<std::size_t>(place), vertices = plan_.network.vertices.size();
    balance.where = plan_.network.vertices[number % vertices].name + " in " +
                    std::to_string(plan_.years[static_cast<int>(number / vertices)]);
  }
  return balance;
}

template class BalanceWatch<double>;
template class BalanceWatch<Lanes>;

}  // namespace critflow
