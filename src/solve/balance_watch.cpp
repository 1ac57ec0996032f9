#include "balance_watch.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/index.hpp"

namespace critflow {

namespace {

/// The slots that the balance of a year adds up, in order, and where it puts their sum.
std::map<std::vector<int>, int> sums_of(const Program& program) {
  using Operation = Instruction::Operation;
  std::map<std::vector<int>, int> sums;
  for (const Instruction& one : program.balance) {
    std::vector<int> addends;
    if (one.operation == Operation::add) addends = {one.a, one.b};
    if (one.operation == Operation::sum)
      addends.assign(program.list.begin() + one.a, program.list.begin() + one.b);
    std::ranges::sort(addends);
    if (!addends.empty()) sums.emplace(std::move(addends), one.to);
  }
  return sums;
}

}  // namespace

template <Real R>
BalanceWatch<R>::BalanceWatch(const Plan::Compiled& plan) : plan_(plan) {
  std::map<int, std::set<int>> flows;
  const std::map<std::vector<int>, int> sums = sums_of(plan.program);
  for (std::size_t v = 0; v < plan.network.vertices.size(); ++v) {
    const Vertex& vertex = plan.network.vertices[v];
    std::vector<int> inputs = slots_of(vertex.inputs);
    const std::vector<int> outputs = slots_of(vertex.outputs);
    flows[vertex.layer].insert(outputs.begin(), outputs.end());
    const bool exact = plan.level_of[v] < 0 && inputs == outputs;
    if (!vertex.balanced || exact) continue;
    if (const auto sum = sums.find(inputs); sum != sums.end()) inputs = {sum->second};
    vertices_.push_back({.vertex = static_cast<int>(v),
                         .layer = vertex.layer,
                         .level = plan.level_of[v],
                         .inputs = add(inputs),
                         .outputs = add(outputs),
                         .end = static_cast<int>(slots_.size())});
  }
  for (const auto& [layer, slots] : flows) add_layer(layer, {slots.begin(), slots.end()});
  for (const Plan::StockLevel& level : plan.levels) level_slots_.push_back(level.slot);
  watched_.layers.resize(flows.empty() ? 0 : at(flows.rbegin()->first + 1));
  watched_.levels.resize(level_slots_.size());
}

/// Fills up the last four with one of them.
template <Real R>
void BalanceWatch<R>::add_layer(int layer, std::vector<int> slots) {
  while (slots.size() % 4 != 0) slots.push_back(slots.front());
  const int begin = add(slots);
  layers_.push_back({layer, begin, begin + static_cast<int>(slots.size())});
}

template <Real R>
std::vector<int> BalanceWatch<R>::slots_of(const std::vector<int>& edges) const {
  std::vector<int> slots;
  for (const int edge : edges) slots.push_back(plan_.flow_slots[at(edge)]);
  std::ranges::sort(slots);
  return slots;
}

/// @return where they begin
template <Real R>
int BalanceWatch<R>::add(const std::vector<int>& slots) {
  const auto begin = static_cast<int>(slots_.size());
  slots_.insert(slots_.end(), slots.begin(), slots.end());
  return begin;
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
  watch_year({.layers = layers_,
              .vertices = vertices_,
              .slots = slots_.data(),
              .level_slots = level_slots_.data(),
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
