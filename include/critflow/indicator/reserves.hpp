#pragma once

#include <vector>

#include "critflow/indicator/ratio.hpp"

namespace critflow {

/// Metal mined up to a year as a share of what the ground held when the count began [1]: sum of
/// mined / reserves. Reserves are what is worth mining at the prices of their year: they grow when
/// prices do, so more than one says that others must be found, not that none are left.
/// @param mined  by year [t/a]
/// @param reserves  at the beginning [t]
[[nodiscard]] Ratio share_of_reserves(const std::vector<double>& mined, double reserves);

/// Years that reserves last at the mining of one year [a]: reserves / mined.
[[nodiscard]] Ratio years_of_reserves(double reserves, double mined);

}  // namespace critflow
