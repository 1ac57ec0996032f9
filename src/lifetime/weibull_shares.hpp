#pragma once

#include <span>

#include "critflow/base/lanes.hpp"

namespace critflow {

/// Shares of a cohort with a Weibull lifetime at growing ages, for one lifetime or lane by lane:
///
///     hazard(i)   = (age(i) / scale)^shape = 2^(shape (log2 age(i) - log2 scale))
///     survival(i) = e^-hazard(i)
///     leaving(i)  = survival(i - 1) - survival(i)
///
/// Where less than a sixteenth leaves, leaving comes from the difference of the hazards, and keeps
/// its digits: within 4e-15 (1 + hazard) of the share. Shares below 1e-30 are zero.
/// @param log2_ages  [log2 a]; minus infinity at and before age zero
template <Real R>
void weibull_shares(std::span<const double> log2_ages, const R& shape, const R& log2_scale,
                    R* survival, R* leaving);

}  // namespace critflow
