#include <doctest/doctest.h>

#include "comparison.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/lifetime/fixed.hpp"
#include "critflow/lifetime/normal.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "critflow/stock/inflow_driven.hpp"
#include "lifetimes.hpp"
#include "reference.hpp"

using critflow::Entry;
using critflow::inflow_driven;
using critflow::InvalidValue;
using critflow::Lifetime;
using critflow::SurvivalTable;
using critflow::Weibull;
using critflow::Years;
using doctest::Approx;

namespace {

/// Every series and table of a case that is followed over all its cohorts.
void check_case(const nlohmann::json& given, const Eigen::ArrayXd& inflow,
                const SurvivalTable& table, double tolerance) {
  const auto use = inflow_driven(inflow, table);
  CHECK(distance(use.stock, series_of(given.at("stock"))) <= tolerance);
  CHECK(distance(use.outflow, series_of(given.at("outflow"))) <= tolerance);
  if (given.contains("stock_by_cohort")) {
    CHECK(distance(stock_by_cohort(use, table), table_of(given.at("stock_by_cohort"))) <=
          tolerance);
    CHECK(distance(outflow_by_cohort(use, table), table_of(given.at("outflow_by_cohort"))) <=
          tolerance);
  }
  for (const std::string name : {"survival", "leaving"}) {
    if (!given.contains(name)) continue;
    const auto shares = Eigen::ArrayXXd::NullaryExpr(
        table.size(), table.size(), [&](Eigen::Index step, Eigen::Index cohort) {
          const int t = static_cast<int>(step);
          const int c = static_cast<int>(cohort);
          return name == "survival" ? table.survival(t, c) : table.leaving(t, c);
        });
    CHECK(distance(shares, table_of(given.at(name))) <= tolerance);
  }
}

}  // namespace

TEST_CASE("what enters in a year and does not leave is in stock") {
  const Eigen::ArrayXd sales = Eigen::ArrayXd::LinSpaced(60, 10.0, 400.0);
  CHECK(imbalance(inflow_driven(sales, Weibull(3.0, 14.0)), Years(1, 60)) < 1e-15);
}

TEST_CASE("steady sales hold a stock of sales times the summed survival") {
  const Weibull lifetime(3.0, 14.0);
  const auto use = inflow_driven(Eigen::ArrayXd::Constant(200, 100.0), lifetime);
  double years = 0.0;
  for (int age = 0; age < 200; ++age) years += lifetime.survival(age);
  CHECK(use.stock(199) == Approx(100.0 * years).epsilon(1e-14));
  CHECK(use.outflow(199) == Approx(100.0).epsilon(1e-14));
}

TEST_CASE("twice the sales is twice the stock and twice the outflow") {
  const Eigen::ArrayXd sales = Eigen::ArrayXd::LinSpaced(40, 3.0, 70.0).sin().abs();
  const Weibull lifetime(2.2, 9.0);
  const auto once = inflow_driven(sales, lifetime);
  const auto twice = inflow_driven(Eigen::ArrayXd(2.0 * sales), lifetime);
  CHECK((twice.stock == 2.0 * once.stock).all());
  CHECK((twice.outflow == 2.0 * once.outflow).all());
}

TEST_CASE("with a long life the first outflow keeps its digits") {
  const auto use = inflow_driven(Eigen::ArrayXd::Constant(3, 100.0), Weibull(4.0, 80.0));
  CHECK(use.outflow(1) == Approx(100.0 * 2.4414062201976778e-8).epsilon(1e-14));
}

TEST_CASE("a life of zero leaves as it enters") {
  const Eigen::ArrayXd sales = Eigen::ArrayXd::LinSpaced(5, 1.0, 5.0);
  const auto use = inflow_driven(sales, critflow::Fixed(0.0));
  CHECK((use.outflow == sales).all());
  CHECK((use.stock == 0.0).all());
}

TEST_CASE("flows are per year and stocks amounts, however long the steps") {
  const Years years({2000, 2005, 2010, 2015});
  const auto use =
      inflow_driven(Eigen::ArrayXd::Constant(4, 10.0), SurvivalTable(years, critflow::Fixed(7.0)));
  CHECK(use.stock(0) == 50.0);
  CHECK(use.stock(1) == 100.0);
  CHECK(use.outflow(2) == 10.0);
  CHECK(imbalance(use, years) < 1e-15);
}

TEST_CASE("stocks are those of ODYM") {
  const auto reference = reference_case("odym-inflow-driven/case.json");
  const Eigen::ArrayXd inflow = series_of(reference.at("inflow"));
  REQUIRE(reference.at("cases").size() == 13);
  for (const auto& given : reference.at("cases")) {
    CAPTURE(given.at("name").get<std::string>());
    const SurvivalTable table(Years(1, 30), lifetimes_of(given.at("lifetime"), 30));
    check_case(given, inflow, table, reference.at("tolerance"));
  }
}

TEST_CASE("stocks are those of flodym, in every cell") {
  const auto reference = reference_case("flodym-dsm-full-tables/case.json");
  const Eigen::ArrayXd inflow = series_of(reference.at("inflow"));
  REQUIRE(reference.at("cases").size() == 6);
  for (const auto& given : reference.at("cases")) {
    const SurvivalTable table(Years(2000, 2029), lifetimes_of(given.at("lifetime"), 30),
                              entry_of(given.at("entry")));
    check_case(given, inflow, table, reference.at("tolerance"));
  }
}

TEST_CASE("stocks are those of flodym, for every lifetime and entry") {
  const auto reference = reference_case("flodym-dsm/case.json");
  const double tolerance = reference.at("tolerance");
  const Eigen::ArrayXd inflow = series_of(reference.at("inflow"));
  REQUIRE(reference.at("cases").size() == 84);
  for (const auto& given : reference.at("cases")) {
    CAPTURE(given.at("name").get<std::string>());
    CAPTURE(given.at("entry").get<std::string>());
    const SurvivalTable table(Years(2000, 2029), lifetimes_of(given.at("lifetime"), 30),
                              entry_of(given.at("entry")));
    check_case(given, inflow, table, tolerance);
    for (int step = 0; step < 30; ++step) {
      const auto t = static_cast<std::size_t>(step);
      const auto expected = [&](const char* name) { return given.at(name).at(t).get<double>(); };
      CHECK(std::abs(table.survival(step, 0) - expected("survival_of_first")) <= tolerance);
      CHECK(std::abs(table.survival(step, 10) - expected("survival_of_eleventh")) <= tolerance);
      CHECK(std::abs(table.survival(step, step) - expected("survival_of_entry")) <= tolerance);
      CHECK(std::abs(table.leaving(step, 0) - expected("leaving_of_first")) <= tolerance);
    }
  }
}

TEST_CASE("stocks on uneven steps are those of flodym, outflows those that keep mass") {
  const auto reference = reference_case("flodym-uneven-time/case.json");
  REQUIRE(reference.at("cases").size() == 4);
  for (const auto& given : reference.at("cases")) {
    CAPTURE(given.at("name").get<std::string>());
    const Years years(given.at("years").get<std::vector<int>>());
    for (int step = 0; step <= years.size(); ++step)
      CHECK(years.bound(step) == given.at("bounds").at(static_cast<std::size_t>(step)));
    const SurvivalTable table(years, lifetimes_of(reference.at("lifetime"), 1).front(),
                              entry_of(given.at("entry")));
    check_case(given, series_of(given.at("inflow")), table, reference.at("tolerance"));
  }
}

TEST_CASE("stocks under changing hazards are those of the published hazard model") {
  const auto reference = reference_case("dynamic-lifetime/case.json");
  REQUIRE(reference.at("cases").size() == 4);
  for (const auto& given : reference.at("cases")) {
    CAPTURE(given.at("name").get<std::string>());
    const Eigen::ArrayXXd scale = table_of(given.at("scale"));
    const auto table = SurvivalTable::from_lifetimes(Years(1, 40), [&](int step, int cohort) {
      return Weibull(given.at("shape"), scale(step, cohort));
    });
    check_case(given, series_of(reference.at("inflow")), table, reference.at("tolerance"));
  }
}

TEST_CASE("an inflow that is negative, not a number or too short is refused") {
  const SurvivalTable table(Years(2030, 2032), Weibull(3.0, 14.0));
  CHECK_THROWS_WITH_AS(
      static_cast<void>(inflow_driven((Eigen::ArrayXd(3) << 1.0, -2.0, 3.0).finished(), table)),
      "inflow[2031]: negative or not finite: -2, must be finite and >= 0", InvalidValue);
  CHECK_THROWS_WITH_AS(static_cast<void>(inflow_driven(
                           (Eigen::ArrayXd(3) << 1.0, 2.0, std::nan("")).finished(), table)),
                       "inflow[2032]: negative or not finite: nan, must be finite and >= 0",
                       InvalidValue);
  CHECK_THROWS_WITH_AS(static_cast<void>(inflow_driven(Eigen::ArrayXd::Ones(2), table)),
                       "inflow: wrong length: 2, must have 3 entries", InvalidValue);
}
