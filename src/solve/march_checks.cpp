#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include "base/index.hpp"
#include "march.hpp"

namespace critflow {

namespace {

constexpr double least_pivot = 1e-14;

}  // namespace

template <Real R>
void March<R>::check_shares(int step) {
  if (all_within<R>(bounds_, machine_.slots().data())) return;
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
void March<R>::check_balance() {
  for (int k = 0; k < lane_count<R>; ++k) {
    const Balance balance = watch_.result(k);
    if (faults_[at(k)].empty() && !(balance.worst <= Balance::most))
      add_fault(k, {.where = balance.where,
                    .what = "does not balance",
                    .value = shown(balance.worst),
                    .rule = "close within " + shown(Balance::most) + " of the largest flow"});
  }
}

/// What is not balanced is not watched, but must be a number all the same.
template <Real R>
void March<R>::check_numbers(int step) {
  for (int k = 0; k < lane_count<R>; ++k) {
    if (std::isfinite(lane(watch_.total(), k)) || !faults_[at(k)].empty()) continue;
    const auto is_bad = [&](int slot) { return !std::isfinite(lane(machine_.at(slot), k)); };
    const auto tell = [&](const std::string& where) {
      add_fault(k, {.where = where,
                    .what = "not a number",
                    .value = "in " + std::to_string(plan_.years[step]),
                    .rule = "be finite: see what it is divided by"});
    };
    const auto& flows = plan_.flow_slots;
    const auto flow = std::ranges::find_if(flows, is_bad);
    const auto level = std::ranges::find_if(plan_.levels, is_bad, &Plan::StockLevel::slot);
    if (flow != flows.end())
      tell(plan_.network.edge_name(static_cast<int>(flow - flows.begin())));
    else if (level != plan_.levels.end())
      tell(plan_.network.vertices[at(level->vertex)].name);
  }
}

template void March<double>::check_shares(int);
template void March<double>::certify_year(int);
template void March<double>::check_balance();
template void March<double>::check_numbers(int);
template void March<Lanes>::check_shares(int);
template void March<Lanes>::certify_year(int);
template void March<Lanes>::check_balance();
template void March<Lanes>::check_numbers(int);

}  // namespace critflow
