#pragma once

#include "critflow/solve/run.hpp"

namespace critflow {

/// Strategic stock in days, by material [d]: what all stockpiles hold at the end of the year, over
/// the net imports of refined metal in the year before; see `stock_days` of a `StageTrade`. Absent
/// in the first year, for a net exporter and on an axis of other steps than years; without
/// dimensions where the system has no stockpile, or no flow that names the stage.
[[nodiscard]] Figures stock_days(const Run& run);

}  // namespace critflow
