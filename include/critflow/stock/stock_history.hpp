#pragma once

#include "critflow/base/arrays.hpp"
#include "critflow/lifetime/survival_table.hpp"

namespace critflow {

/// A stock through the years. All series have one entry per step; flows are per year, stocks are
/// amounts at the end of the step:
///
///     stock(t) - stock(t - 1) = (inflow(t) - outflow(t)) * length(t)
struct StockHistory {
  Eigen::ArrayXd inflow;   ///< into use [unit/a]
  Eigen::ArrayXd outflow;  ///< out of use [unit/a]
  Eigen::ArrayXd stock;    ///< in use at the end of the step [unit]
  Eigen::ArrayXd kept;     ///< share of older cohorts not retired early in the step [1]
};

/// The stock by cohort, [step][cohort], recomputed: a row sums to `stock` [unit].
/// @param table  the one that the history was computed with
[[nodiscard]] Eigen::ArrayXXd stock_by_cohort(const StockHistory& history,
                                              const SurvivalTable& table);

/// The outflow by cohort, [step][cohort], recomputed: a row sums to `outflow` [unit/a].
/// @param table  the one that the history was computed with
[[nodiscard]] Eigen::ArrayXXd outflow_by_cohort(const StockHistory& history,
                                                const SurvivalTable& table);

}  // namespace critflow
