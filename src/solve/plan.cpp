#include "critflow/solve/plan.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "base/index.hpp"
#include "compiler.hpp"
#include "operands.hpp"
#include "topology.hpp"
#include "watch_plan.hpp"

namespace critflow {

namespace {

/// Fills `Compiled` from a network whose equations have been written into a program.
class Planner {
 public:
  Planner(const System& system, Plan::Compiled& plan, std::vector<Fault>& faults)
      : system_(system), plan_(plan), compiler_(plan.network, plan.program, faults) {}

  void make(const std::vector<Fault>& faults) {
    find_followers();
    compiler_.compile();
    if (!faults.empty()) return;
    for (const Edge& edge : plan_.network.edges)
      plan_.flow_slots.push_back(compiler_.flow_of(edge));
    find_levels();
    for (const Check& check : plan_.network.checks)
      plan_.checks.push_back({compiler_.get(check.value), check.low, check.high, check.fault});
    find_clamps();
    for (const Rememberer& one : plan_.network.rememberers) plan_.ports.push_back(ports_of(one));
    find_loads();
    for (const Loop& loop : plan_.program.loops)
      plan_.loops.push_back(loop_text(plan_.network.equations, loop.unknowns));
    for (const Parameter& one : system_.parameters()) plan_.parameters.push_back(one.shape);
    for (auto* part : {&plan_.program.once, &plan_.program.yearly, &plan_.program.balance})
      group_by_operation(*part, plan_.program.list, plan_.program.slots());
    find_ahead();
    plan_.watch = std::make_shared<const WatchPlan>(watch_plan_of(plan_));
  }

 private:
  void find_levels() {
    plan_.level_of.assign(plan_.network.vertices.size(), -1);
    for (std::size_t i = 0; i < plan_.network.vertices.size(); ++i) {
      const Vertex& vertex = plan_.network.vertices[i];
      if (!vertex.level.given()) continue;
      plan_.level_of[i] = static_cast<int>(plan_.levels.size());
      plan_.levels.push_back({static_cast<int>(i), compiler_.get(vertex.level)});
    }
  }

  /// Each clamp ends as one clip into its slot.
  void find_clamps() {
    std::map<int, Plan::ClampSlots> by_slot;
    for (const Instruction& one : plan_.program.balance)
      if (one.operation == Instruction::Operation::clip) by_slot[one.to] = {one.a, one.b, one.c};
    for (const NamedClamp& one : plan_.network.clamps)
      plan_.clamps.push_back(by_slot.at(plan_.program.slot(one.value)));
  }

  /// What is released is needed first in the balance, a level after it.
  void find_followers() {
    for (const Follower& one : plan_.network.followers) {
      const Instruction follow{Instruction::Operation::multiply, compiler_.get(one.number),
                               compiler_.get(one.leader), compiler_.get(one.multiple)};
      (one.level ? plan_.program.levels : plan_.program.balance).push_back(follow);
    }
  }

  Plan::PortsOfProcess ports_of(const Rememberer& rememberer) {
    Plan::PortsOfProcess all;
    for (const Rememberer::Port& port : rememberer.ports) {
      PortSlots slots{.slots = {}, .width = port.width, .leader = port.leader};
      for (const Known known : port.known) slots.slots.push_back(compiler_.get(known));
      for (const Unknown unknown : port.unknown) slots.slots.push_back(plan_.program.slot(unknown));
      if (port.ahead) all.ahead.insert(all.ahead.end(), slots.slots.begin(), slots.slots.end());
      all.ports.push_back(std::move(slots));
    }
    return all;
  }

  /// What the slots that are read ahead are computed from, in the order of the year.
  void find_ahead() {
    std::vector<bool> needed(at(plan_.program.slots()));
    for (const Plan::PortsOfProcess& process : plan_.ports)
      for (const int slot : process.ahead) needed[at(slot)] = true;
    const std::vector<Instruction>& yearly = plan_.program.yearly;
    for (auto one = yearly.rbegin(); one != yearly.rend(); ++one) {
      if (!needed[at(one->to)]) continue;
      for_each_operand(*one, plan_.program.list, [&](int slot) { needed[at(slot)] = true; });
      plan_.ahead.push_back(*one);
    }
    std::ranges::reverse(plan_.ahead);
    for (std::size_t i = 0; i < plan_.yearly.size(); ++i)
      if (needed[at(plan_.yearly[i].slot)]) plan_.loads_ahead.push_back(static_cast<int>(i));
  }

  void find_loads() {
    const auto& known = plan_.network.equations.known_numbers();
    for (std::size_t i = 0; i < known.size(); ++i) {
      const int slot = plan_.program.slot_of_known[i];
      if (known[i].kind != KnownNumber::Kind::parameter || slot < 0) continue;
      (known[i].when == When::once ? plan_.once : plan_.yearly)
          .push_back({slot, known[i].parameter, known[i].cell});
    }
  }

  const System& system_;
  Plan::Compiled& plan_;
  Compiler compiler_;
};

}  // namespace

Plan::Plan(const System& system) {
  auto compiled = std::make_shared<Compiled>();
  compiled->network = system.network();
  compiled->years = system.description().years;
  std::vector<Fault> faults = traps(compiled->network);
  Planner(system, *compiled, faults).make(faults);
  if (!faults.empty()) throw ModelFaults(std::move(faults));
  compiled_ = std::move(compiled);
}

}  // namespace critflow
