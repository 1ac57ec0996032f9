#pragma once

#include <string>
#include <vector>

#include "critflow/indicator/attribution.hpp"
#include "critflow/scenario/system.hpp"

namespace critflow {

/// An amount that levers are asked for: an indicator that is a sum of flows, in one material.
struct AskedOfLevers {
  std::string indicator;          ///< one of `indicators_of_levers()`
  std::string material;           ///< layer of the system
  std::vector<double> weights{};  ///< [year of the run]: how much of the year's amount counts [a]
};

/// The indicators that are sums of flows, so that they can be read of many runs side by side.
[[nodiscard]] const std::vector<std::string>& indicators_of_levers();

/// What each lever of a system adds to each amount [lever][amount], in the order of
/// `system.levers()`; see `attribute`. A coalition is the system with these levers and no others,
/// on the numbers as they are without any. Coalitions run in lanes, and all cores take their part.
/// Zero where the system has no flows of the indicator.
///
///     std::vector<double> in_2040(61, 0.0);  // years 2000 to 2060
///     in_2040[40] = 1.0;
///     const auto adds = lever_contributions(system, {{"primary_supply", "cobalt", in_2040}});
///     adds[0][0].share;  // of system.levers()[0] [t]
///
/// @throws InvalidValue where an indicator is no such sum, a material is not known, or there is not
///         one weight for each year
/// @throws ModelFaults  where a coalition cannot be run
[[nodiscard]] std::vector<std::vector<Contribution>> lever_contributions(
    const System& system, const std::vector<AskedOfLevers>& asked, const Attributing& how = {});

}  // namespace critflow
