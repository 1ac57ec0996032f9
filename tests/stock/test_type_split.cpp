#include <doctest/doctest.h>

#include <vector>

#include "comparison.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/lifetime/normal.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "critflow/stock/inflow_driven.hpp"
#include "critflow/stock/initial_stock.hpp"
#include "critflow/stock/stock_driven.hpp"
#include "critflow/stock/type_split.hpp"
#include "reference.hpp"

using critflow::InvalidValue;
using critflow::ShrinkingStock;
using critflow::SurvivalTable;
using critflow::Weibull;
using critflow::Years;
using doctest::Approx;

namespace {

/// Two chemistries with lives of their own; the second takes over the market.
const Years years(2001, 2030);
const std::vector<SurvivalTable> tables{SurvivalTable(years, Weibull(2.0, 9.0)),
                                        SurvivalTable(years, critflow::Normal(5.0, 4.0))};

Eigen::ArrayXXd takeover(int steps) {
  Eigen::ArrayXXd shares(steps, 2);
  shares.col(1) = Eigen::ArrayXd::LinSpaced(steps, 0.05, 0.95);
  shares.col(0) = 1.0 - shares.col(1);
  return shares;
}

}  // namespace

TEST_CASE("one inflow is split by the shares of each year") {
  const Eigen::ArrayXd sales = Eigen::ArrayXd::LinSpaced(30, 10.0, 300.0);
  const auto types = critflow::inflow_driven(sales, takeover(30), tables);
  REQUIRE(types.size() == 2);
  CHECK(distance(types[0].inflow + types[1].inflow, sales) < 1e-15);
  CHECK((types[1].stock ==
         critflow::inflow_driven(Eigen::ArrayXd(sales * takeover(30).col(1)), tables[1]).stock)
            .all());
}

TEST_CASE("together the types hold the stock prescribed, each with its share of what enters") {
  const Eigen::ArrayXd fleet = Eigen::ArrayXd::LinSpaced(30, 10.0, 300.0);
  const auto types = critflow::stock_driven(fleet, takeover(30), tables);
  CHECK(distance(types[0].stock + types[1].stock, fleet) < 1e-15);
  for (int step = 0; step < 30; ++step)
    CHECK(types[1].inflow(step) / (types[0].inflow(step) + types[1].inflow(step)) ==
          Approx(takeover(30)(step, 1)).epsilon(1e-14));
  for (const auto& type : types) CHECK(imbalance(type, years) < 1e-15);
}

TEST_CASE("two types of the same life are one") {
  const std::vector<SurvivalTable> same(2, tables[0]);
  const Eigen::ArrayXd fleet = Eigen::ArrayXd::LinSpaced(30, 10.0, 300.0);
  const auto types = critflow::stock_driven(fleet, takeover(30), same);
  CHECK(distance(types[0].outflow + types[1].outflow,
                 critflow::stock_driven(fleet, same[0]).outflow) < 1e-14);
}

TEST_CASE("two types go on from an initial stock as in ODYM") {
  const auto reference = reference_case("odym-initial-stock/case.json");
  const double tolerance = reference.at("tolerance");
  const auto& lifetime = reference.at("type_split_lifetime");
  const Eigen::ArrayXXd initial = table_of(reference.at("type_split_initial_stock"));
  std::vector<SurvivalTable> lives;
  Eigen::ArrayXXd earlier(initial.rows(), 2);
  for (std::size_t type = 0; type < 2; ++type) {
    lives.emplace_back(years,
                       Weibull(lifetime.at("shape").at(type), lifetime.at("scale").at(type)));
    const auto column = static_cast<Eigen::Index>(type);
    earlier.col(column) = critflow::inflow_behind(initial.col(column), lives.back());
  }
  REQUIRE(reference.at("type_split").size() == 6);
  for (const auto& given : reference.at("type_split")) {
    const auto rule = given.at("rule") == "retire_early" ? ShrinkingStock::retire_early
                                                         : ShrinkingStock::allow_negative;
    const auto types = critflow::stock_driven(
        series_of(reference.at("wanted").at(given.at("wanted").get<std::string>())),
        table_of(reference.at("type_split_shares")), lives, rule, earlier);
    const Eigen::ArrayXXd inflow = table_of(given.at("inflow"));
    for (std::size_t type = 0; type < 2; ++type) {
      CHECK(distance(types[type].inflow, inflow.col(static_cast<Eigen::Index>(type))) <= tolerance);
      CHECK(distance(stock_by_cohort(types[type], lives[type]).bottomRows(20),
                     table_of(given.at("stock_by_cohort").at(type))) <= tolerance);
      CHECK(distance(outflow_by_cohort(types[type], lives[type]).bottomRows(20),
                     table_of(given.at("outflow_by_cohort").at(type))) <= tolerance);
    }
  }
}

TEST_CASE("shares that do not share all are refused with the year") {
  const Eigen::ArrayXd sales = Eigen::ArrayXd::Ones(30);
  Eigen::ArrayXXd shares = takeover(30);
  shares(4, 0) = 0.0;
  CHECK_THROWS_AS(static_cast<void>(critflow::inflow_driven(sales, shares, tables)), InvalidValue);
  shares.row(4) << 0.25, 0.5;
  CHECK_THROWS_WITH_AS(static_cast<void>(critflow::inflow_driven(sales, shares, tables)),
                       "shares[2005]: do not share all: 0.75, must sum to 1", InvalidValue);
  shares.row(4) << -0.5, 1.5;
  CHECK_THROWS_WITH_AS(static_cast<void>(critflow::stock_driven(sales, shares, tables)),
                       "shares[2005]: negative or not finite: -0.5, must be finite and >= 0",
                       InvalidValue);
}

TEST_CASE("types on different time axes are refused") {
  const std::vector<SurvivalTable> apart{tables[0],
                                         SurvivalTable(Years(1971, 2000), Weibull(2.0, 9.0))};
  CHECK_THROWS_WITH_AS(
      static_cast<void>(critflow::inflow_driven(Eigen::ArrayXd::Ones(30), takeover(30), apart)),
      "lifetimes: not on one time axis: 1971 to 2000, must have the years of the "
      "first type",
      InvalidValue);
  CHECK_THROWS_WITH_AS(static_cast<void>(critflow::inflow_driven(
                           Eigen::ArrayXd::Ones(30), Eigen::ArrayXXd::Ones(30, 1), tables)),
                       "lifetimes: wrong length: 2, must have 1 entries", InvalidValue);
}
