#pragma once

#include "critflow/solve/plan.hpp"
#include "critflow/solve/run.hpp"

namespace critflow {

/// Runs a system year by year.
/// @throws ModelFaults where a year cannot be balanced, is not shown to have one solution only, or
///         closes worse than `Balance::most`
[[nodiscard]] Run simulate(const System& system);

/// The same with a plan in hand, which must have been compiled for a system of the same drawing.
/// @throws InvalidValue where the plan is of another drawing, or was compiled where another
///         parameter was constant; ModelFaults as above
[[nodiscard]] Run simulate(const Plan& plan, const System& system);

}  // namespace critflow
