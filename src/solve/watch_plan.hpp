#pragma once

#include <vector>

#include "critflow/solve/plan.hpp"
#include "year_kernels.hpp"

namespace critflow {

/// What is watched in every year of a plan. Where the year itself adds up what a vertex gets, that
/// sum is compared with what it gives; where a vertex gives on the very numbers it gets, there is
/// nothing to compare.
struct WatchPlan {
  std::vector<FlowsOfLayer> layers{};
  std::vector<Closing> vertices{};
  std::vector<int> slots{};
  std::vector<int> level_slots{};
};

[[nodiscard]] WatchPlan watch_plan_of(const Plan::Compiled& plan);

}  // namespace critflow
