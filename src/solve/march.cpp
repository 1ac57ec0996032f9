#include "march.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include "base/index.hpp"

namespace critflow {

namespace {

constexpr double least_pivot = 1e-14;
constexpr std::size_t most_faults = 100;

}  // namespace

template <Real R>
March<R>::March(const Plan& plan, const System& system, std::span<const DrawnCell<R>> drawn)
    : plan_(plan.compiled()),
      system_(system),
      drawn_(at(plan_.program.slots())),
      machine_(plan_.program),
      ahead_(plan_.ports.size()),
      watch_(plan_),
      values_(at(lane_count<R>)),
      uniqueness_(at(lane_count<R>)),
      faults_(at(lane_count<R>)) {
  complain_ = [this](int lane_number, Fault fault) { add_fault(lane_number, std::move(fault)); };
  for (const auto* loads : {&plan_.once, &plan_.yearly})
    for (const Plan::Load& one : *loads)
      for (const DrawnCell<R>& cell : drawn)
        if (cell.parameter == one.parameter && cell.cell == one.cell)
          drawn_[at(one.slot)].push_back(&cell);
}

template <Real R>
void March<R>::add_fault(int lane_number, Fault fault) {
  std::vector<Fault>& of_lane = faults_[at(lane_number)];
  if (of_lane.size() < most_faults) of_lane.push_back(std::move(fault));
}

template <Real R>
void March<R>::load(std::span<const Plan::Load> loads, int step) {
  for (const Plan::Load& one : loads) {
    R& slot = machine_.at(one.slot);
    slot = R(system_.parameters()[at(one.parameter)].value(one.cell, step));
    for (const DrawnCell<R>* cell : drawn_[at(one.slot)]) slot = cell->value;
  }
}

/// The values of every year at the ports that ask for them, before the first year is run.
template <Real R>
void March<R>::read_ahead() {
  for (std::size_t p = 0; p < plan_.ports.size(); ++p) {
    ahead_[p].place_of_slot.assign(at(plan_.program.slots()), -1);
    int next = 0;
    for (const int slot : plan_.ports[p].ahead)
      if (ahead_[p].place_of_slot[at(slot)] < 0) ahead_[p].place_of_slot[at(slot)] = next++;
    ahead_[p].values.assign(at(plan_.years.size()), std::vector<R>(at(next)));
  }
  for (int step = plan_.years.size() - 1; step >= 0; --step) {
    load(plan_.yearly, step);
    machine_.run_yearly();
    for (std::size_t p = 0; p < plan_.ports.size(); ++p)
      for (const int slot : plan_.ports[p].ahead)
        ahead_[p].values[at(step)][at(ahead_[p].place_of_slot[at(slot)])] = machine_.at(slot);
  }
}

template <Real R>
void March<R>::make_memories() {
  for (std::size_t p = 0; p < plan_.ports.size(); ++p) {
    const Rememberer& one = plan_.network.rememberers[p];
    views_.emplace_back(std::span<R>(machine_.slots()), plan_.ports[p].ports, one.lifetimes,
                        plan_.years, typename View<R>::Names{one.places, one.layers}, ahead_[p],
                        complain_);
    const AnyProcess& process = system_.description().processes[at(one.process)].kind;
    memories_.push_back(process.memory<R>());
  }
  for (std::size_t p = 0; p < memories_.size(); ++p)
    if (memories_[p]) memories_[p]->start(views_[p]);
}

template <Real R>
void March<R>::prepare() {
  load(plan_.once, 0);
  machine_.run_once();
  read_ahead();  // ends with the values of the first year in the slots
  make_memories();
  watch_.start(machine_.slots());
  const std::size_t steps = at(plan_.years.size());
  for (int k = 0; k < lane_count<R>; ++k) {
    Run::Values& values = values_[at(k)];
    values.flows.reserve(steps * plan_.flow_slots.size());
    values.levels.reserve(steps * plan_.levels.size());
    for (const Plan::StockLevel& level : plan_.levels)
      values.before.push_back(lane(machine_.at(level.slot), k));
  }
}

template <Real R>
void March<R>::run() {
  prepare();
  for (int step = 0; step < plan_.years.size(); ++step) {
    // A lane with faults is given up; where all are, the years that follow tell nothing more.
    bool all_failed = true;
    for (const auto& faults : faults_) all_failed = all_failed && !faults.empty();
    if (all_failed) return;
    balance_year(step);
  }
}

template <Real R>
void March<R>::balance_year(int step) {
  load(plan_.yearly, step);
  machine_.run_yearly();
  for (std::size_t p = 0; p < memories_.size(); ++p) {
    views_[p].set_step(step);
    if (memories_[p]) memories_[p]->route(views_[p]);
  }
  machine_.run_balance();
  check_shares(step);
  certify_year(step);
  for (std::size_t p = 0; p < memories_.size(); ++p)
    if (memories_[p]) memories_[p]->settle(views_[p]);
  watch_.look(machine_.slots(), step);
  record();
}

template <Real R>
void March<R>::check_shares(int step) {
  for (const Plan::CheckedSlot& check : plan_.checks)
    for (int k = 0; k < lane_count<R>; ++k) {
      const double value = lane(machine_.at(check.slot), k);
      if (value >= check.low && value <= check.high) continue;
      Fault fault = check.fault;
      fault.value = shown(value) + " in " + std::to_string(plan_.years[step]);
      add_fault(k, std::move(fault));
    }
}

template <Real R>
Eigen::MatrixXd March<R>::gains_of(const ClampBlock& block, int lane_number) const {
  const auto count = static_cast<Eigen::Index>(block.clamps.size());
  Eigen::MatrixXd gains = Eigen::MatrixXd::Zero(count, count);
  for (Eigen::Index i = 0; i < count; ++i)
    for (const ClampBlock::Gain& gain : block.clamps[static_cast<std::size_t>(i)].gains)
      gains(i, gain.clamp) = lane(machine_.at(gain.slot), lane_number);
  return gains;
}

template <Real R>
void March<R>::certify_year(int step) {
  const Equations& equations = plan_.network.equations;
  for (const Pivot& pivot : plan_.program.pivots)
    for (int k = 0; k < lane_count<R>; ++k)
      if (const double gain = lane(machine_.at(pivot.gain_slot), k); !(1.0 - gain > least_pivot))
        add_fault(k, {.where = "loop at " + equations.at(pivot.unknown).name,
                      .what = "closed loop without leak",
                      .value = "gain " + shown(gain) + " in " + std::to_string(plan_.years[step]),
                      .rule = "have a gain below one"});
  for (std::size_t b = 0; b < plan_.program.blocks.size(); ++b) {
    const ClampBlock& block = plan_.program.blocks[b];
    const std::string& name = equations.at(block.clamps.front().unknown).name;
    for (int k = 0; k < lane_count<R>; ++k) {
      const bool gave_up = lane(machine_.gave_up(static_cast<int>(b)), k) > 0.0;
      const Certificate found = certify(gains_of(block, k));
      Uniqueness& so_far = uniqueness_[at(k)];
      so_far.blocks = static_cast<int>(plan_.program.blocks.size());
      if (found < so_far.weakest) {
        so_far.weakest = found;
        so_far.where = name + " in " + std::to_string(plan_.years[step]);
      }
      if (found != Certificate::none && !gave_up) continue;
      add_fault(
          k, {.where = "limits that decide each other, at " + name,
              .what = gave_up ? "no balanced year found" : "more than one balanced year possible",
              .value = std::to_string(block.clamps.size()) + " limits in " +
                       std::to_string(plan_.years[step]),
              .rule = "have one solution: see whether two hosts give each other's material"});
    }
  }
}

template <Real R>
void March<R>::record() {
  for (int k = 0; k < lane_count<R>; ++k) {
    Run::Values& values = values_[at(k)];
    for (const int slot : plan_.flow_slots) values.flows.push_back(lane(machine_.at(slot), k));
    for (const Plan::StockLevel& level : plan_.levels)
      values.levels.push_back(lane(machine_.at(level.slot), k));
  }
  if constexpr (lane_count<R> == 1)
    for (const Plan::ClampSlots& one : plan_.clamps)
      values_.front().clamps.push_back(
          {machine_.at(one.wanted), machine_.at(one.low), machine_.at(one.high)});
}

/// What is not balanced is not watched, but must be a number all the same.
template <Real R>
void March<R>::require_numbers(const Run::Values& values, std::vector<Fault>& faults) const {
  const std::size_t edges = plan_.flow_slots.size();
  const auto bad = std::find_if_not(values.flows.begin(), values.flows.end(),
                                    [](double flow) { return std::isfinite(flow); });
  if (bad == values.flows.end()) return;
  const auto place = static_cast<std::size_t>(bad - values.flows.begin());
  faults.push_back({.where = plan_.network.edge_name(static_cast<int>(place % edges)),
                    .what = "not a number",
                    .value = "in " + std::to_string(plan_.years[static_cast<int>(place / edges)]),
                    .rule = "be finite: see what it is divided by"});
}

template <Real R>
Run::Values March<R>::result(int lane_number) {
  std::vector<Fault>& faults = faults_[at(lane_number)];
  Run::Values& values = values_[at(lane_number)];
  values.balance = watch_.result(lane_number);
  values.uniqueness = uniqueness_[at(lane_number)];
  if (faults.empty() && !(values.balance.worst <= Balance::most))
    faults.push_back({.where = values.balance.where,
                      .what = "does not balance",
                      .value = shown(values.balance.worst),
                      .rule = "close within " + shown(Balance::most) + " of the largest flow"});
  if (faults.empty()) require_numbers(values, faults);
  if (!faults.empty()) throw ModelFaults(std::move(faults));
  return std::move(values);
}

template class March<double>;
template class March<Lanes>;

}  // namespace critflow
