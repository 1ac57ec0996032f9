#include "critflow/solve/balance.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "base/index.hpp"

namespace critflow {

namespace {

int layers_of(const Network& network) {
  int most = -1;
  for (const Vertex& vertex : network.vertices) most = std::max(most, vertex.layer);
  return most + 1;
}

}  // namespace

template <Real R>
BalanceWatch<R>::BalanceWatch(const Plan::Compiled& plan)
    : plan_(plan),
      levels_(plan.levels.size(), R(0.0)),
      largest_flow_(at(layers_of(plan.network)), R(0.0)),
      worst_(largest_flow_.size()) {
  for (Worst& worst : worst_) {
    worst.vertex.assign(at(lane_count<R>), -1);
    worst.step.assign(at(lane_count<R>), 0);
  }
}

template <Real R>
void BalanceWatch<R>::start(const std::vector<R>& slots) {
  for (std::size_t i = 0; i < levels_.size(); ++i) levels_[i] = slots[at(plan_.levels[i].slot)];
}

/// What each vertex gets less what it gives and keeps.
template <Real R>
void BalanceWatch<R>::find_residuals(const std::vector<R>& slots, double length) {
  residuals_.assign(plan_.network.vertices.size(), R(0.0));
  for (std::size_t e = 0; e < plan_.network.edges.size(); ++e) {
    const Edge& edge = plan_.network.edges[e];
    const R& flow = slots[at(plan_.flow_slots[e])];
    residuals_[at(edge.head)] += flow;
    residuals_[at(edge.tail)] -= flow;
    R& largest = largest_flow_[at(plan_.network.vertices[at(edge.tail)].layer)];
    largest = larger(largest, magnitude(flow));
  }
  for (std::size_t i = 0; i < plan_.levels.size(); ++i)
    residuals_[at(plan_.levels[i].vertex)] -=
        (slots[at(plan_.levels[i].slot)] - levels_[i]) / R(length);
}

template <Real R>
void BalanceWatch<R>::look(const std::vector<R>& slots, int step) {
  find_residuals(slots, plan_.years.length(step));
  for (std::size_t v = 0; v < residuals_.size(); ++v) {
    const Vertex& vertex = plan_.network.vertices[v];
    if (!vertex.balanced) continue;
    const R residual = magnitude(residuals_[v]);
    Worst& worst = worst_[at(vertex.layer)];
    for (int k = 0; k < lane_count<R>; ++k) {
      // Written so that what is not a number counts as the worst.
      if (lane(residual, k) <= lane(worst.residual, k) || std::isnan(lane(worst.residual, k)))
        continue;
      set_lane(worst.residual, k, lane(residual, k));
      worst.vertex[at(k)] = static_cast<int>(v);
      worst.step[at(k)] = step;
    }
  }
  start(slots);
}

template <Real R>
Balance BalanceWatch<R>::result(int lane_number) const {
  Balance balance;
  for (std::size_t layer = 0; layer < worst_.size(); ++layer) {
    const int vertex = worst_[layer].vertex[at(lane_number)];
    if (vertex < 0) continue;  // nothing left a trace: all residuals are exactly zero
    const double relative =
        lane(worst_[layer].residual, lane_number) / lane(largest_flow_[layer], lane_number);
    if (relative <= balance.worst || std::isnan(balance.worst)) continue;
    balance.worst = relative;
    balance.where = plan_.network.vertices[at(vertex)].name + " in " +
                    std::to_string(plan_.years[worst_[layer].step[at(lane_number)]]);
  }
  return balance;
}

template class BalanceWatch<double>;
template class BalanceWatch<Lanes>;

}  // namespace critflow
