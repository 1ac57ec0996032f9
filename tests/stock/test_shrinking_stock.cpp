#include <doctest/doctest.h>

#include "comparison.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/lifetime/fixed.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "critflow/stock/shrinking_stock.hpp"
#include "critflow/stock/stock_driven.hpp"

using critflow::InvalidValue;
using critflow::ShrinkingStock;
using critflow::stock_driven;
using critflow::SurvivalTable;
using critflow::Weibull;
using critflow::Years;
using doctest::Approx;

namespace {

const SurvivalTable table(Years(2031, 2035), critflow::Fixed(3.0));
const Eigen::ArrayXd falling = (Eigen::ArrayXd(5) << 60.0, 120.0, 80.0, 90.0, 90.0).finished();

}  // namespace

TEST_CASE("a stock that falls by more than leaves is refused with year and size") {
  CHECK_THROWS_WITH_AS(static_cast<void>(stock_driven(falling, table)),
                       "stock[2033]: falls by more than leaves: 80, must be at least 120, which "
                       "older cohorts hold, or 40 need a rule: retire_early or allow_negative",
                       InvalidValue);
}

TEST_CASE("a stock that falls by just what leaves is none to refuse") {
  const Weibull lifetime(2.0, 9.0);
  const Eigen::ArrayXd fading = Eigen::ArrayXd::NullaryExpr(
      30, [&](Eigen::Index age) { return 0.1 * lifetime.survival(static_cast<double>(age)); });
  const auto use = stock_driven(fading, lifetime);
  CHECK(use.inflow(0) == 0.1);
  CHECK(use.inflow.tail(29).abs().maxCoeff() < 1e-15);
  CHECK(use.inflow.minCoeff() >= 0.0);
}

TEST_CASE("early retirement cuts every older cohort by the same factor and ends on the stock") {
  const auto use = stock_driven(falling, table, ShrinkingStock::retire_early);
  CHECK(use.inflow(2) == 0.0);
  CHECK(use.kept(2) == Approx(80.0 / 120.0));
  CHECK(use.outflow(2) == Approx(40.0));
  CHECK(distance(use.stock, falling) < 1e-15);
  CHECK(imbalance(use, table.years()) < 1e-15);
  const auto cohorts = critflow::stock_by_cohort(use, table);
  CHECK(cohorts(2, 0) == Approx(40.0));
  CHECK(cohorts(2, 1) == Approx(40.0));
}

TEST_CASE("a negative inflow ends on the stock too") {
  const auto use = stock_driven(falling, table, ShrinkingStock::allow_negative);
  CHECK(use.inflow(2) == Approx(-40.0));
  CHECK((use.kept == 1.0).all());
  CHECK(distance(use.stock, falling) < 1e-15);
  CHECK(imbalance(use, table.years()) < 1e-15);
}

TEST_CASE("where a stock never shrinks the three rules are one") {
  const Eigen::ArrayXd rising = Eigen::ArrayXd::LinSpaced(5, 10.0, 90.0);
  const auto refused = stock_driven(rising, table);
  for (const auto rule : {ShrinkingStock::retire_early, ShrinkingStock::allow_negative})
    CHECK((stock_driven(rising, table, rule).inflow == refused.inflow).all());
}
