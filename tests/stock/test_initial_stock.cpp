#include <doctest/doctest.h>

#include "comparison.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/lifetime/fixed.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "critflow/stock/inflow_driven.hpp"
#include "critflow/stock/initial_stock.hpp"
#include "critflow/stock/stock_driven.hpp"
#include "lifetimes.hpp"
#include "reference.hpp"

using critflow::cohorts_from_growth;
using critflow::inflow_behind;
using critflow::InvalidValue;
using critflow::ShrinkingStock;
using critflow::SurvivalTable;
using critflow::Weibull;
using critflow::Years;
using doctest::Approx;

namespace {

constexpr int steps = 30;
constexpr int initial_steps = 10;

SurvivalTable table_for(const nlohmann::json& given) {
  return SurvivalTable(Years(1, steps), lifetimes_of(given.at("lifetime"), steps));
}

/// An inflow of which nothing more is known than its first steps.
Eigen::ArrayXd with_nothing_after(const Eigen::ArrayXd& head) {
  Eigen::ArrayXd inflow = Eigen::ArrayXd::Zero(steps);
  inflow.head(head.size()) = head;
  return inflow;
}

}  // namespace

TEST_CASE("the inflow behind an initial stock gives that stock, cohort by cohort") {
  const SurvivalTable table(Years({1990, 1995, 2000, 2002, 2003}), Weibull(2.0, 9.0));
  const Eigen::ArrayXd cohorts = (Eigen::ArrayXd(4) << 3.0, 0.0, 7.0, 5.0).finished();
  Eigen::ArrayXd inflow = Eigen::ArrayXd::Zero(5);
  inflow.head(4) = inflow_behind(cohorts, table);
  const auto use = critflow::inflow_driven(inflow, table);
  CHECK(distance(stock_by_cohort(use, table).row(3).head(4).transpose(), cohorts) < 1e-15);
}

TEST_CASE("an initial stock goes on to a prescribed one as in ODYM") {
  const auto reference = reference_case("odym-initial-stock/case.json");
  const double tolerance = reference.at("tolerance");
  REQUIRE(reference.at("stock_driven").size() == 32);
  for (const auto& given : reference.at("stock_driven")) {
    CAPTURE(given.at("name").get<std::string>());
    const SurvivalTable table = table_for(given);
    const Eigen::ArrayXd wanted =
        series_of(reference.at("wanted").at(given.at("wanted").get<std::string>()));
    const auto rule = given.at("rule") == "retire_early" ? ShrinkingStock::retire_early
                                                         : ShrinkingStock::allow_negative;
    const auto earlier = inflow_behind(series_of(reference.at("initial_stock")), table);
    const auto use = critflow::stock_driven(wanted, table, rule, earlier);
    CHECK(distance(use.inflow, series_of(given.at("inflow"))) <= tolerance);
    CHECK(distance(use.stock, series_of(given.at("stock"))) <= tolerance);
    CHECK(distance(stock_by_cohort(use, table), table_of(given.at("stock_by_cohort"))) <=
          tolerance);
    CHECK(distance(outflow_by_cohort(use, table), table_of(given.at("outflow_by_cohort"))) <=
          tolerance);
  }
}

TEST_CASE("an initial stock left alone fades as in ODYM") {
  const auto reference = reference_case("odym-initial-stock/case.json");
  REQUIRE(reference.at("evolution").size() == 8);
  for (const auto& given : reference.at("evolution")) {
    CAPTURE(given.at("name").get<std::string>());
    const SurvivalTable table = table_for(given);
    Eigen::ArrayXd cohorts = Eigen::ArrayXd::Zero(initial_steps + 1);
    cohorts.head(initial_steps) = series_of(reference.at("initial_stock"));
    const auto use =
        critflow::inflow_driven(with_nothing_after(inflow_behind(cohorts, table)), table);
    CHECK(
        distance(stock_by_cohort(use, table).bottomLeftCorner(steps - initial_steps, initial_steps),
                 table_of(given.at("stock_by_cohort"))) <= reference.at("tolerance").get<double>());
  }
}

TEST_CASE("the inflow behind an initial stock is that of ODYM") {
  const auto reference = reference_case("odym-initial-stock/case.json");
  REQUIRE(reference.at("inflow_behind").size() == 8);
  for (const auto& given : reference.at("inflow_behind")) {
    CAPTURE(given.at("name").get<std::string>());
    const SurvivalTable table(Years(1, initial_steps),
                              lifetimes_of(given.at("lifetime"), initial_steps));
    CHECK(distance(inflow_behind(series_of(reference.at("initial_stock")), table),
                   series_of(given.at("inflow"))) <= reference.at("tolerance").get<double>());
  }
}

TEST_CASE("a total is shared by cohorts as an even growth would have left them") {
  const SurvivalTable table(Years(1990, 2010), Weibull(3.0, 12.0));
  const Eigen::ArrayXd cohorts = cohorts_from_growth(500.0, 0.04, 15, table);
  CHECK(cohorts.sum() == Approx(500.0).epsilon(1e-15));
  const Eigen::ArrayXd inflow = inflow_behind(cohorts, table);
  for (int step = 1; step < 15; ++step)
    CHECK(inflow(step) / inflow(step - 1) == Approx(1.04).epsilon(1e-13));
}

TEST_CASE("the inflow behind a total without growth is constant, however long the steps") {
  const SurvivalTable table(Years({1990, 1995, 2000, 2001, 2002}), Weibull(3.0, 12.0));
  const Eigen::ArrayXd inflow = inflow_behind(cohorts_from_growth(500.0, 0.0, 5, table), table);
  CHECK(inflow.maxCoeff() == Approx(inflow.minCoeff()).epsilon(1e-14));
}

TEST_CASE("a cohort in use at an age that none reach is refused") {
  const SurvivalTable table(Years(2000, 2010), critflow::Fixed(2.0));
  CHECK_THROWS_WITH_AS(
      static_cast<void>(inflow_behind((Eigen::ArrayXd(4) << 0.0, 5.0, 1.0, 1.0).finished(), table)),
      "initial_stock[2001]: older than any unit gets: 5, must be 0 where the lifetime leaves "
      "nothing",
      InvalidValue);
  CHECK_THROWS_WITH_AS(
      static_cast<void>(
          cohorts_from_growth(9.0, 0.0, 2, SurvivalTable(Years(1, 5), critflow::Fixed(0.0)))),
      "initial_stock.total: none could be in use: 9, must be 0 where the lifetime leaves nothing",
      InvalidValue);
}

TEST_CASE("an initial stock that does not fit the axis is refused") {
  const SurvivalTable table(Years(2000, 2002), Weibull(3.0, 12.0));
  CHECK_THROWS_WITH_AS(static_cast<void>(inflow_behind(Eigen::ArrayXd::Ones(4), table)),
                       "initial_stock: wrong number of cohorts: 4, must be from 1 to 3",
                       InvalidValue);
  CHECK_THROWS_WITH_AS(static_cast<void>(cohorts_from_growth(9.0, -1.0, 2, table)),
                       "initial_stock.growth: not above -1: -1, must be finite and > -1",
                       InvalidValue);
  CHECK_THROWS_WITH_AS(static_cast<void>(cohorts_from_growth(-9.0, 0.0, 2, table)),
                       "initial_stock.total: negative or not finite: -9, must be finite and >= 0",
                       InvalidValue);
}
