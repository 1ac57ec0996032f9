#include <doctest/doctest.h>

#include "comparison.hpp"
#include "critflow/lifetime/normal.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "critflow/stock/inflow_driven.hpp"
#include "critflow/stock/stock_driven.hpp"
#include "critflow/stock/stock_history.hpp"

using critflow::Entry;
using critflow::ShrinkingStock;
using critflow::SurvivalTable;
using critflow::Years;

TEST_CASE("the cohorts of a stock sum to it, and the cohorts of its outflow to that") {
  const SurvivalTable table(Years({2000, 2001, 2003, 2010, 2011, 2020}), critflow::Normal(5.0, 4.0),
                            Entry::spread(4));
  const Eigen::ArrayXd stock = (Eigen::ArrayXd(6) << 40.0, 90.0, 30.0, 80.0, 20.0, 50.0).finished();
  const auto use = critflow::stock_driven(stock, table, ShrinkingStock::retire_early);
  REQUIRE(use.kept.minCoeff() < 1.0);
  CHECK(distance(critflow::stock_by_cohort(use, table).rowwise().sum(), use.stock) < 1e-15);
  CHECK(distance(critflow::outflow_by_cohort(use, table).rowwise().sum(), use.outflow) < 1e-15);
}

TEST_CASE("no cohort is in use before it enters") {
  const SurvivalTable table(Years(2000, 2005), critflow::Weibull(2.0, 4.0));
  const auto use = critflow::inflow_driven(Eigen::ArrayXd::Constant(6, 10.0), table);
  const auto cohorts = critflow::stock_by_cohort(use, table);
  for (int step = 0; step < 6; ++step)
    for (int cohort = step + 1; cohort < 6; ++cohort) CHECK(cohorts(step, cohort) == 0.0);
  CHECK(cohorts(3, 3) == 10.0);
}
