#pragma once

#include "critflow/base/arrays.hpp"
#include "critflow/lifetime/survival_table.hpp"

namespace critflow {

/// The inflow that lies behind a stock known by cohort: what must have entered so that this much
/// of each cohort is in use at the end of the last step given.
///
///     inflow(c) = cohorts(c) / survival(last, c) / length(c)
///
/// It is the `earlier_inflow` of a stock-driven run, or the head of an inflow series.
///
/// @param cohorts  in use at the end of step cohorts.size() - 1, by step of entry, from the first
///                 step of the table, finite and >= 0 [unit]
/// @returns [unit/a]
/// @throws InvalidValue where a cohort is said to be in use at an age that none reach
[[nodiscard]] Eigen::ArrayXd inflow_behind(const Eigen::ArrayXd& cohorts,
                                           const SurvivalTable& table);

/// A stock known only as a total, by cohort: as if the inflow had grown evenly until then.
///
///     cohorts(c) is in proportion to length(c) * (1 + growth)^year(c) * survival(last, c)
///
/// @param total   in use at the end of step `steps` - 1, finite and >= 0 [unit]
/// @param growth  of the inflow [1/a], finite and > -1; 0 = it was constant
/// @param steps   how many cohorts share the total, from the first step of the table
/// @returns [unit], sums to `total`
/// @throws InvalidValue
[[nodiscard]] Eigen::ArrayXd cohorts_from_growth(double total, double growth, int steps,
                                                 const SurvivalTable& table);

}  // namespace critflow
