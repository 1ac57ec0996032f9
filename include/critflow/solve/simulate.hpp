#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

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

/// The values that a parameter has in each sample of a study, in every year: all its cells at
/// `place`.
struct Draw {
  std::string parameter;
  Place place{};
  std::vector<double> values{};  ///< one per sample, in the parameter's canonical unit
};

/// Runs many samples side by side, each as `simulate` would: to the bit. A sample that cannot be
/// run is reported with its faults, and the others stand.
/// @param done    called once per sample, in order
/// @param failed  called instead where a sample has faults
/// @throws InvalidValue where a draw names nothing, has not one value per sample, or has one that
///         lies outside what its parameter may be
void simulate_samples(const Plan& plan, const System& system, std::span<const Draw> draws,
                      int samples, const std::function<void(int sample, const Run& run)>& done,
                      const std::function<void(int sample, const ModelFaults& faults)>& failed);

}  // namespace critflow
