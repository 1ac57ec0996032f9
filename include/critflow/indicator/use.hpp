#pragma once

#include <string>
#include <vector>

#include "critflow/solve/run.hpp"

namespace critflow {

/// The stocks in use: those that a flow with the role `placed` enters. Hoards are not among them.
[[nodiscard]] std::vector<std::string> stocks_in_use(const Run& run);

/// Into use during the year, by product and layer: sum over the stocks in use [layer/a].
[[nodiscard]] Figures inflow_into_use(const Run& run);

/// Out of use during the year, by product and layer: sum over the stocks in use, whatever becomes
/// of it (used export, hoard, waste) [layer/a].
[[nodiscard]] Figures outflow_from_use(const Run& run);

/// In use at the end of the year, by product and layer: sum over the stocks in use [layer].
[[nodiscard]] Figures stock_in_use(const Run& run);

/// The part of what goes into use, and of what is in use at the end of the year, that a government
/// has [layer/a, layer]: the share that a process tells of itself (`held_by_government`), summed
/// over the stocks in use that tell one. Without dimensions where none does: nothing is assumed.
[[nodiscard]] Figures inflow_to_government(const Run& run);
[[nodiscard]] Figures stock_of_government(const Run& run);

/// Exported used, to be used on [layer/a]: sum of the flows with the role `used_export`.
[[nodiscard]] Figures used_exports(const Run& run);

/// Kept and not used at the end of the year [layer]: sum over the stocks that a flow with the role
/// `hoarded` enters.
[[nodiscard]] Figures hoarded_stock(const Run& run);

}  // namespace critflow
