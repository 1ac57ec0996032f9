#pragma once

#include <vector>

#include "critflow/indicator/ratio.hpp"

namespace critflow {

/// Capacity of the Union at one stage as a share of its consumption [1]:
///
///     share = capacity / consumption
///
/// Capacity is the most that can be produced in a year, not what is produced. Consumption is what
/// undertakings in the Union use in processed form, without the metal in intermediates and products
/// that are imported: cell factories in the Union raise it, and can lower the share while the
/// dependence on cells falls. Refining on the site of a mine is extraction. One material by itself
/// is an indication: the law asks it overall. Source: Regulation (EU) 2024/1252, Articles 2(12),
/// 5(1).
[[nodiscard]] Ratio capacity_share(double capacity, double consumption);

/// The steps that recycling passes, each as metal that it can deliver [t/a].
struct RecyclingSteps {
  double sorting = 0.0;
  double pre_treatment = 0.0;  ///< capacity times its yield
  double refining = 0.0;
};

/// Recycling capacity [t/a]: the narrowest step. Manufacturing waste may pass it, so it says
/// nothing of the end-of-life input rate.
[[nodiscard]] double recycling_capacity(const RecyclingSteps& steps);

/// What the Union can make of one material, and what it uses.
struct MaterialCapacity {
  double capacity = 0.0;     ///< [t/a]
  double consumption = 0.0;  ///< [t/a]
};

/// What capacities of several materials are overall, where the law does not say how to add them up.
struct OverallCapacity {
  Ratio lowest;    ///< of the material with the lowest share
  Ratio attained;  ///< mean of min(1, share / benchmark), each material alike [1]
  Ratio by_mass;   ///< sum of capacities / sum of consumption
};

/// Three readings of `overall`. Materials without consumption are left out.
/// @param benchmark  above zero [1]
[[nodiscard]] OverallCapacity overall_capacity(const std::vector<MaterialCapacity>& materials,
                                               double benchmark);

/// Demand below a reference [1]: 1 - demand / reference. Above zero is the aim of Article 5(2).
[[nodiscard]] Ratio demand_moderation(double demand, double reference);

/// Recycling capacity as a share of the metal in a stream of waste [1]. Article 5(3); its threshold
/// is not set.
[[nodiscard]] Ratio recycling_share_of_waste_stream(double capacity, double content);

}  // namespace critflow
