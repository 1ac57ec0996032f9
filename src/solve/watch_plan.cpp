#include "watch_plan.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
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

class WatchPlanner {
 public:
  explicit WatchPlanner(const Plan::Compiled& plan) : plan_(plan), sums_(sums_of(plan.program)) {}

  WatchPlan make() {
    for (int v = 0; v < static_cast<int>(plan_.network.vertices.size()); ++v) add_vertex(v);
    for (const auto& [layer, slots] : flows_) add_layer(layer, {slots.begin(), slots.end()});
    for (const Plan::StockLevel& level : plan_.levels) made_.level_slots.push_back(level.slot);
    return std::move(made_);
  }

 private:
  void add_vertex(int number) {
    const Vertex& vertex = plan_.network.vertices[at(number)];
    std::vector<int> inputs = slots_of(vertex.inputs);
    const std::vector<int> outputs = slots_of(vertex.outputs);
    flows_[vertex.layer].insert(outputs.begin(), outputs.end());
    const int level = plan_.level_of[at(number)];
    const bool exact = level < 0 && inputs == outputs;
    if (!vertex.balanced || exact) return;
    if (const auto sum = sums_.find(inputs); sum != sums_.end()) inputs = {sum->second};
    made_.vertices.push_back({.vertex = number,
                              .layer = vertex.layer,
                              .level = level,
                              .inputs = add(inputs),
                              .outputs = add(outputs),
                              .end = static_cast<int>(made_.slots.size())});
  }

  /// Fills up the last four with one of them.
  void add_layer(int layer, std::vector<int> slots) {
    while (slots.size() % 4 != 0) slots.push_back(slots.front());
    const int begin = add(slots);
    made_.layers.push_back({layer, begin, begin + static_cast<int>(slots.size())});
  }

  [[nodiscard]] std::vector<int> slots_of(const std::vector<int>& edges) const {
    std::vector<int> slots;
    for (const int edge : edges) slots.push_back(plan_.flow_slots[at(edge)]);
    std::ranges::sort(slots);
    return slots;
  }

  /// @return where they begin
  int add(const std::vector<int>& slots) {
    const auto begin = static_cast<int>(made_.slots.size());
    made_.slots.insert(made_.slots.end(), slots.begin(), slots.end());
    return begin;
  }

  const Plan::Compiled& plan_;
  std::map<std::vector<int>, int> sums_;
  std::map<int, std::set<int>> flows_;  ///< by layer
  WatchPlan made_;
};

}  // namespace

WatchPlan watch_plan_of(const Plan::Compiled& plan) { return WatchPlanner(plan).make(); }

}  // namespace critflow
