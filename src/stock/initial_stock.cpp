#include "critflow/stock/initial_stock.hpp"

#include <cmath>
#include <string>

#include "checks.hpp"
#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

void require_steps(Eigen::Index steps, const SurvivalTable& table, const std::string& name) {
  if (steps >= 1 && steps <= table.size()) return;
  throw InvalidValue({.where = name,
                      .what = "wrong number of cohorts",
                      .value = std::to_string(steps),
                      .rule = "be from 1 to " + std::to_string(table.size())});
}

}  // namespace

Eigen::ArrayXd inflow_behind(const Eigen::ArrayXd& cohorts, const SurvivalTable& table) {
  const Years& years = table.years();
  require_steps(cohorts.size(), table, "initial_stock");
  require_amounts(cohorts, years, 0, "initial_stock");
  const int last = static_cast<int>(cohorts.size()) - 1;
  Eigen::ArrayXd inflow = Eigen::ArrayXd::Zero(cohorts.size());
  for (int cohort = 0; cohort <= last; ++cohort) {
    if (cohorts(cohort) == 0.0) continue;
    inflow(cohort) = cohorts(cohort) / table.survival(last, cohort) / years.length(cohort);
    if (!std::isfinite(inflow(cohort)))
      throw InvalidValue({.where = at_year("initial_stock", years[cohort]),
                          .what = "older than any unit gets",
                          .value = shown(cohorts(cohort)),
                          .rule = "be 0 where the lifetime leaves nothing"});
  }
  return inflow;
}

Eigen::ArrayXd cohorts_from_growth(double total, double growth, int steps,
                                   const SurvivalTable& table) {
  require_not_negative(total, "initial_stock.total");
  if (!(std::isfinite(growth) && growth > -1.0))
    throw InvalidValue({.where = "initial_stock.growth",
                        .what = "not above -1",
                        .value = shown(growth),
                        .rule = "be finite and > -1"});
  require_steps(steps, table, "initial_stock.steps");
  const Years& years = table.years();
  Eigen::ArrayXd cohorts(steps);
  for (int cohort = 0; cohort < steps; ++cohort)
    cohorts(cohort) = years.length(cohort) *
                      std::pow(1.0 + growth, years[cohort] - years[steps - 1]) *
                      table.survival(steps - 1, cohort);
  const double sum = cohorts.sum();
  if (!(sum > 0.0) && total > 0.0)
    throw InvalidValue({.where = "initial_stock.total",
                        .what = "none could be in use",
                        .value = shown(total),
                        .rule = "be 0 where the lifetime leaves nothing"});
  return sum > 0.0 ? Eigen::ArrayXd(cohorts * (total / sum)) : cohorts;
}

}  // namespace critflow
