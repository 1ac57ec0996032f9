#pragma once

#include <string>

#include "critflow/solve/run.hpp"

namespace critflow {

/// What is in a stock at the end of each year by the year in which it entered, recomputed from the
/// run: year, cohort, the dimensions of the process, layer [layer]. Summed over cohorts it is
/// `Run::stock`.
///
///     stock(t, c) = entered(c) * survival(t, c) * product over c < s <= t of kept(s)
///
/// where kept(s) is the share of older cohorts that a shrinking stock does not retire early in s.
/// The cohorts of an initial stock come first, one for each year before the first; a stock that
/// begins empty has none. Of hosts with components, what a host holds counts with the year of the
/// host, what a component holds with the year of the component.
/// @throws InvalidValue with the nearest stock, or where the process keeps no cohorts
[[nodiscard]] Figures stock_by_cohort(const Run& run, const std::string& process);

}  // namespace critflow
