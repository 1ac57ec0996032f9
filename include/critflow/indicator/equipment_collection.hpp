#pragma once

#include <vector>

#include "critflow/indicator/ratio.hpp"

namespace critflow {

/// Waste equipment collected as a share of what was sold [1]:
///
///     rate = 3 collected(t) / (placed(t-3) + placed(t-2) + placed(t-1))
///
/// All categories together, in mass. Either this or `equipment_collection_of_waste` suffices.
/// Without value where fewer than three years before are known.
/// Source: Directive 2012/19/EU, Article 7(1).
/// @param placed_before  of the years before, the latest last
[[nodiscard]] Ratio equipment_collection_rate(double collected,
                                              const std::vector<double>& placed_before);

/// Waste equipment collected as a share of what arose in the year [1]. Its threshold is 85 %: 65 %
/// of waste is not the 65 % of sales that the law names. Source as above.
[[nodiscard]] Ratio equipment_collection_of_waste(double collected, double waste);

/// One metal recovered from waste equipment as a share of the metal in it [1]. Which waste, that
/// arose or that was collected, is the choice of the caller and stands beside the figure; no law
/// sets a threshold.
[[nodiscard]] Ratio metal_recovery_from_equipment(double recovered, double in_waste);

/// Recovered, or prepared for reuse and recycled, of what was collected of a category [1]: mass
/// that enters such a plant / mass collected. Source: Directive 2012/19/EU, Article 11 and Annex V.
[[nodiscard]] Ratio equipment_recovery(double enters_recovery, double collected);

}  // namespace critflow
