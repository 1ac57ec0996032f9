#include "critflow/stock/inflow_driven.hpp"

#include "checks.hpp"
#include "history.hpp"

namespace critflow {

StockHistory inflow_driven(const Eigen::ArrayXd& inflow, const SurvivalTable& table) {
  const Years& years = table.years();
  require_entries(inflow.size(), table.size(), "inflow");
  require_amounts(inflow, years, 0, "inflow");
  CohortProjection<double> cohorts(table.size());
  for (int cohort = 0; cohort < table.size(); ++cohort)
    cohorts.enter(cohort, inflow(cohort) * years.length(cohort), table.survival_of(cohort),
                  table.leaving_of(cohort));
  return history_of(inflow, cohorts, years, Eigen::ArrayXd::Ones(inflow.size()));
}

StockHistory inflow_driven(const Eigen::ArrayXd& inflow, const Lifetime& lifetime) {
  return inflow_driven(inflow, SurvivalTable(Years(1, static_cast<int>(inflow.size())), lifetime));
}

}  // namespace critflow
