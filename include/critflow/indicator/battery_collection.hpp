#pragma once

#include <vector>

#include "critflow/indicator/ratio.hpp"

namespace critflow {

/// Collection of portable batteries and those of light transport, as the law measures it [1]:
///
///     collection = 3 collected(t) / (placed(t-3) + placed(t-2) + placed(t-1))
///
/// In battery mass. Collected counts what is taken out of equipment and vehicles as well; placed
/// counts each battery once, without those that left the country unsold. The year itself is not in
/// the window. Without value where fewer than three years before are known: the window is never
/// shortened. Not to be confused with the true collection rate, whose whole is waste: in a growing
/// market this one is lower, in a shrinking one higher and may pass one.
/// Source: Regulation (EU) 2023/1542, Annex XI.
/// @param placed_before  of the years before, the latest last
[[nodiscard]] Ratio collection_of_placed(double collected,
                                         const std::vector<double>& placed_before);

/// The rate of the repealed Directive 2006/66/EC, Article 3(17) [1]: its window ends with the year
/// itself. With growth g it is 1 / (1 + g) times the rate of 2023, so old series must be computed
/// anew before they stand beside the new targets.
/// @param placed  up to the year itself, which comes last
[[nodiscard]] Ratio collection_by_the_rule_of_2006(double collected,
                                                   const std::vector<double>& placed);

/// What leaves use and can be collected [t/a].
struct AvailableForCollection {
  double left_use = 0.0;                ///< sum over ages of placed(t - age) * leaving(age)
  double exported_used = 0.0;           ///< as used batteries
  double exported_in_appliances = 0.0;  ///< in used goods
  double imported_used = 0.0;
};

/// Collected as a share of what is available for collection [1]. No law sets a threshold for it;
/// Article 59(7) lets the Commission change the method until 18 August 2027.
[[nodiscard]] Ratio collection_of_available(double collected, const AvailableForCollection& waste);

/// The highest rate of `collection_of_placed` that a market can reach which grows by `growth` a
/// year [1]: everything is collected that leaves use.
///
///     ceiling = 3 sum over ages of leaving(age) (1 + g)^-age / ((1+g)^-1 + (1+g)^-2 + (1+g)^-3)
///
/// @param growth  above -1 [1/a]
/// @param leaving  share of a cohort that leaves use in the year it reaches age 0, 1, 2, ... [1]
[[nodiscard]] double collection_ceiling(double growth, const std::vector<double>& leaving);

}  // namespace critflow
