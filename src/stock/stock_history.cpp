#include "critflow/stock/stock_history.hpp"

namespace critflow {

namespace {

/// `cell(amount, step, cohort)` for all that a cohort still had when the step began, as if nothing
/// but early retirement had taken any.
template <class Cell>
Eigen::ArrayXXd by_cohort(const StockHistory& history, const SurvivalTable& table, Cell cell) {
  const int steps = table.size();
  Eigen::ArrayXXd cells = Eigen::ArrayXXd::Zero(steps, steps);
  for (int cohort = 0; cohort < steps; ++cohort) {
    double amount = history.inflow(cohort) * table.years().length(cohort);
    for (int step = cohort; step < steps; ++step) {
      cells(step, cohort) = cell(amount, step, cohort);
      amount *= history.kept(step);
    }
  }
  return cells;
}

}  // namespace

Eigen::ArrayXXd stock_by_cohort(const StockHistory& history, const SurvivalTable& table) {
  return by_cohort(history, table, [&](double amount, int step, int cohort) {
    return amount * history.kept(step) * table.survival(step, cohort);
  });
}

Eigen::ArrayXXd outflow_by_cohort(const StockHistory& history, const SurvivalTable& table) {
  return by_cohort(history, table, [&](double amount, int step, int cohort) {
    const double retired = (1.0 - history.kept(step)) * table.survival(step, cohort);
    return amount * (table.leaving(step, cohort) + retired) / table.years().length(step);
  });
}

}  // namespace critflow
