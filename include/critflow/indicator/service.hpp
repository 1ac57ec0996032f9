#pragma once

#include <string>
#include <vector>

#include "critflow/solve/run.hpp"

namespace critflow {

/// What a stock serves with at the end of each year, in the first layer that it has: what is in it,
/// and of a stock with `saved`, in its lead layer, what would be in it if all new units were asked.
/// A prescribed stock serves as prescribed; of a prescribed inflow, units that were saved count for
/// as long as those that were bought in the same year stay. Options that differ in it must not be
/// compared by their effects.
/// @throws InvalidValue with the nearest stock
[[nodiscard]] std::vector<double> service_in_use(const Run& run, const std::string& stock);

}  // namespace critflow
