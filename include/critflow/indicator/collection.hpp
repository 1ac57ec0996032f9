#pragma once

#include "critflow/solve/run.hpp"

namespace critflow {

/// Waste generated [layer/a]: sum of the flows with the role `waste`, by the dimensions that they
/// all have.
[[nodiscard]] Figures waste_generated(const Run& run);

/// Collected separately [layer/a]: sum of the flows with the role `collected`.
[[nodiscard]] Figures collected(const Run& run);

/// Thrown into mixed waste [layer/a]: sum of the flows with the role `mixed_waste`. Of lithium
/// batteries it is what fires in waste plants come from; no risk is computed.
[[nodiscard]] Figures mixed_waste(const Run& run);

/// True share of the waste that is collected [1]:
///
///     collection rate(t) = collected(t) / waste generated(t)
///
/// The physical parameter of the model. Not the rate that the law measures, which compares with
/// what was sold.
[[nodiscard]] Figures collection_rate(const Run& run);

/// The rate as the law measures it [1], on the mean of what was placed on the market in the three
/// years before:
///
///     legal collection rate(t) = 3 collected(t) / (placed(t-1) + placed(t-2) + placed(t-3))
///
/// Absent for the first three years of the run. It is not clipped: in a shrinking market it may
/// exceed one, in a growing one it stays far below the true share. Source: Regulation (EU)
/// 2023/1542, Annex XI. Annual axes only: absent on others.
[[nodiscard]] Figures legal_collection_rate(const Run& run);

}  // namespace critflow
