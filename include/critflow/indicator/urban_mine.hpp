#pragma once

#include <vector>

#include "critflow/indicator/ratio.hpp"

namespace critflow {

/// What left use in one year, by age: `left[0]` in its first year.
///
/// Mean age of what left use [a]: sum of age * left / sum of left. In a growing market it lies
/// below the lifetime, because young goods are many: the parameter of the lifetime stands beside
/// it.
[[nodiscard]] Ratio realised_lifetime(const std::vector<double>& left_by_age);

/// Mean age of what is in use [a]: sum of age * stock / sum of stock.
[[nodiscard]] Ratio mean_age(const std::vector<double>& stock_by_age);

/// Service of a metal over the years that it is in use [kWh a/t]: kWh in use, summed over years,
/// per tonne of primary metal. It rises when goods last longer, while rates of recycling fall at
/// first.
[[nodiscard]] Ratio service_per_tonne(const std::vector<double>& energy_in_use,
                                      double primary_metal);

}  // namespace critflow
