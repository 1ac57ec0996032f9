#include <doctest/doctest.h>

#include "comparison.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/lifetime/fixed.hpp"
#include "critflow/lifetime/normal.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "critflow/stock/inflow_driven.hpp"
#include "critflow/stock/stock_driven.hpp"
#include "lifetimes.hpp"
#include "reference.hpp"

using critflow::Entry;
using critflow::InvalidValue;
using critflow::ShrinkingStock;
using critflow::stock_driven;
using critflow::SurvivalTable;
using critflow::Weibull;
using critflow::Years;

namespace {

ShrinkingStock rule_of(const std::string& name) {
  return name == "retire_early" ? ShrinkingStock::retire_early : ShrinkingStock::allow_negative;
}

}  // namespace

TEST_CASE("the stock obtained is the stock prescribed") {
  const Eigen::ArrayXd fleet = Eigen::ArrayXd::LinSpaced(50, 100.0, 900.0);
  const auto use = stock_driven(fleet, Weibull(3.0, 14.0));
  CHECK(distance(use.stock, fleet) < 1e-15);
  CHECK(imbalance(use, Years(1, 50)) < 1e-15);
}

TEST_CASE("the inflow that a stock asks for gives that stock") {
  const SurvivalTable table(Years({2000, 2001, 2004, 2010, 2020, 2025}), critflow::Normal(6.0, 2.0),
                            Entry::spread(3));
  const Eigen::ArrayXd fleet = Eigen::ArrayXd::LinSpaced(6, 10.0, 60.0);
  const auto asked = stock_driven(fleet, table);
  const auto given = critflow::inflow_driven(asked.inflow, table);
  CHECK(distance(given.stock, fleet) < 1e-14);
  CHECK(distance(given.outflow, asked.outflow) < 1e-14);
}

TEST_CASE("the stock that an inflow gives asks for that inflow") {
  const Eigen::ArrayXd sales = 50.0 + 40.0 * Eigen::ArrayXd::LinSpaced(80, 0.0, 20.0).sin();
  const Weibull lifetime(2.5, 10.0);
  const auto given = critflow::inflow_driven(sales, lifetime);
  CHECK(distance(stock_driven(given.stock, lifetime).inflow, sales) < 1e-12);
}

TEST_CASE("stock-driven inflows are those of ODYM") {
  const auto reference = reference_case("odym-stock-driven/case.json");
  const double tolerance = reference.at("tolerance");
  REQUIRE(reference.at("cases").size() == 44);
  for (const auto& given : reference.at("cases")) {
    CAPTURE(given.at("name").get<std::string>());
    CAPTURE(given.at("rule").get<std::string>());
    const SurvivalTable table(Years(1, 30), lifetimes_of(given.at("lifetime"), 30));
    const Eigen::ArrayXd stock =
        series_of(reference.at("stock").at(given.at("wanted").get<std::string>()));
    const auto use = stock_driven(stock, table, rule_of(given.at("rule")));
    CHECK(distance(use.inflow, series_of(given.at("inflow"))) <= tolerance);
    CHECK(distance(use.outflow, series_of(given.at("outflow"))) <= tolerance);
    CHECK(distance(use.stock, stock) <= tolerance);
    CHECK(distance(stock_by_cohort(use, table), table_of(given.at("stock_by_cohort"))) <=
          tolerance);
    CHECK(distance(outflow_by_cohort(use, table), table_of(given.at("outflow_by_cohort"))) <=
          tolerance);
  }
}

TEST_CASE("stock-driven inflows are those of flodym, for every lifetime and entry") {
  const auto reference = reference_case("flodym-dsm/case.json");
  const double tolerance = reference.at("tolerance");
  int compared = 0;
  for (const auto& given : reference.at("cases"))
    for (const auto& [wanted, expected] : given.at("stock_driven").items()) {
      CAPTURE(given.at("name").get<std::string>());
      CAPTURE(given.at("entry").get<std::string>());
      const SurvivalTable table(Years(2000, 2029), lifetimes_of(given.at("lifetime"), 30),
                                entry_of(given.at("entry")));
      const auto use = stock_driven(series_of(reference.at("wanted").at(wanted)), table,
                                    ShrinkingStock::allow_negative);
      CHECK(distance(use.inflow, series_of(expected.at("inflow"))) <= tolerance);
      CHECK(distance(use.outflow, series_of(expected.at("outflow"))) <= tolerance);
      ++compared;
    }
  CHECK(compared == 96);
}

TEST_CASE("stock-driven inflows on uneven steps are those of flodym") {
  const auto reference = reference_case("flodym-uneven-time/case.json");
  for (const auto& given : reference.at("cases")) {
    CAPTURE(given.at("name").get<std::string>());
    const SurvivalTable table(Years(given.at("years").get<std::vector<int>>()),
                              lifetimes_of(reference.at("lifetime"), 1).front(),
                              entry_of(given.at("entry")));
    const auto use =
        stock_driven(series_of(given.at("stock")), table, ShrinkingStock::allow_negative);
    CHECK(distance(use.inflow, series_of(given.at("stock_driven_inflow"))) <=
          reference.at("tolerance").get<double>());
  }
}

TEST_CASE("a stock held by what leaves at once is refused, an empty one is not") {
  const SurvivalTable table(Years(2030, 2032), critflow::Fixed(0.0));
  CHECK_THROWS_WITH_AS(
      static_cast<void>(stock_driven((Eigen::ArrayXd(3) << 0.0, 4.0, 5.0).finished(), table)),
      "stock[2031]: held by units that leave at once: 4, must have a lifetime that survives its "
      "step of entry",
      InvalidValue);
  CHECK((stock_driven(Eigen::ArrayXd::Zero(3), table).inflow == 0.0).all());
}

TEST_CASE("a stock that is negative or does not fit the axis is refused") {
  const SurvivalTable table(Years(2030, 2032), Weibull(3.0, 14.0));
  CHECK_THROWS_WITH_AS(
      static_cast<void>(stock_driven((Eigen::ArrayXd(3) << 1.0, -2.0, 3.0).finished(), table)),
      "stock[2031]: negative or not finite: -2, must be finite and >= 0", InvalidValue);
  CHECK_THROWS_WITH_AS(
      static_cast<void>(stock_driven(Eigen::ArrayXd::Ones(3), table, ShrinkingStock::refuse,
                                     Eigen::ArrayXd::Ones(1))),
      "stock: wrong length: 3, must have 2 entries", InvalidValue);
}
