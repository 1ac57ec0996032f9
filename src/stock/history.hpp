#pragma once

#include "critflow/stock/cohort_kernel.hpp"
#include "critflow/stock/stock_history.hpp"

namespace critflow {

/// What a projection holds once all cohorts have entered, as series.
[[nodiscard]] inline StockHistory history_of(const Eigen::ArrayXd& inflow,
                                             const CohortProjection<double>& cohorts,
                                             const Years& years, const Eigen::ArrayXd& kept) {
  StockHistory history{inflow, inflow, inflow, kept};
  for (int step = 0; step < years.size(); ++step) {
    history.outflow(step) = cohorts.leaving(step) / years.length(step);
    history.stock(step) = cohorts.in_use(step);
  }
  return history;
}

}  // namespace critflow
