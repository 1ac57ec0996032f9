#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/cohorts.hpp"
#include "critflow/solve/simulate.hpp"

using namespace critflow;

namespace {

/// Cars of two chemistries that last five years on average, brought to a prescribed number.
Run cars(std::vector<YearValue> fleet, ShrinkingStock shrinking, EarlierCohorts initial = {}) {
  const Place nmc{{{"chemistry", "NMC"}}}, lfp{{{"chemistry", "LFP"}}};
  SystemBuilder builder("cars");
  builder.years(2000, 2009)
      .layer({.name = "units", .unit = "units", .conserved = false})
      .layer({.name = "cobalt", .unit = "t", .material = true})
      .dimension("chemistry", {"NMC", "LFP"})
      .parameter("fleet", "units", Series(std::move(fleet)))
      .parameter("share", "1", nmc, {{2000, 0.9}, {2009, 0.2}})
      .parameter("share", "1", lfp, {{2000, 0.1}, {2009, 0.8}})
      .parameter("content", "kg/unit", nmc, 8.0)
      .parameter("content", "kg/unit", lfp, 0.0)
      .parameter("before", "units", 100.0)
      .parameter("growth", "1/a", 0.1)
      .parameter("mean", "a", 5.0)
      .parameter("sd", "a", 2.0)
      .lifetime(
          {.name = "life", .distribution = Distribution::weibull, .first = "mean", .second = "sd"})
      .process("use",
               StockProcess{.driver = StockProcess::Driver::stock,
                            .driver_parameter = "fleet",
                            .lead = "units",
                            .split = "share",
                            .content = {{"material", {"content"}}},
                            .lifetime = "life",
                            .shrinking = shrinking,
                            .initial = std::move(initial)},
               {"chemistry"})
      .process("factory", Outside{})
      .process("scrap", Outside{})
      .flow({.from = "factory", .to = "use", .rule = FlowRule::request, .sum = {"chemistry"}})
      .flow({.from = "use", .to = "scrap", .rule = FlowRule::rest, .sum = {"chemistry"}});
  return simulate(builder.build());
}

double largest(const std::vector<double>& values) {
  return *std::max_element(values.begin(), values.end());
}

void check_that_cohorts_sum_to_the_stock(const Run& run, const std::string& process) {
  const Figures stock = run.stock(process);
  const Figures cohorts = stock_by_cohort(run, process).sum("cohort");
  REQUIRE(cohorts.values.size() == stock.values.size());
  const double most = largest(stock.values);
  for (std::size_t i = 0; i < stock.values.size(); ++i)
    REQUIRE(std::abs(cohorts.values[i] - stock.values[i]) <= 1e-12 * most);
}

}  // namespace

TEST_CASE("the cohorts of a growing stock sum to it") {
  check_that_cohorts_sum_to_the_stock(cars({{2000, 10}, {2009, 90}}, ShrinkingStock::refuse),
                                      "use");
}

TEST_CASE("cohorts retired early still sum to the stock") {
  const Run run =
      cars({{2000, 100}, {2004, 100}, {2006, 10}, {2009, 5}}, ShrinkingStock::retire_early);
  check_that_cohorts_sum_to_the_stock(run, "use");
}

TEST_CASE("the cohorts of an initial stock are those before the first year, and sum to it") {
  const Run run = cars({{2000, 100}, {2009, 150}}, ShrinkingStock::refuse,
                       {.total = "before", .growth = "growth", .cohorts = 7});
  check_that_cohorts_sum_to_the_stock(run, "use");
  CHECK(stock_by_cohort(run, "use").dimensions[1].items.front() == "1993");
}

TEST_CASE("nothing is in use before it entered, and no cohort grows") {
  const Figures stock =
      stock_by_cohort(cars({{2000, 10}, {2009, 90}}, ShrinkingStock::refuse), "use")
          .sum("chemistry")
          .select("layer", "units");
  const std::size_t years = stock.dimensions[0].items.size();
  REQUIRE(stock.values.size() == years * years);
  for (std::size_t t = 0; t < years; ++t)
    for (std::size_t c = 0; c < years; ++c) {
      const double now = stock.values[t * years + c];
      if (c > t) CHECK(now == 0.0);
      if (c < t) CHECK(now < stock.values[(t - 1) * years + c]);
    }
}

TEST_CASE("a cohort keeps its composition for life") {
  const Figures cobalt =
      stock_by_cohort(cars({{2000, 10}, {2009, 90}}, ShrinkingStock::refuse), "use")
          .select("cohort", "2003");
  const auto of = [&](const char* chemistry, const char* layer, int year) {
    return cobalt.select("chemistry", chemistry)
        .at(Place{{{"year", std::to_string(year)}, {"layer", layer}}});
  };
  for (const int year : {2003, 2009}) {
    CHECK(of("NMC", "cobalt", year) == doctest::Approx(0.008 * of("NMC", "units", year)));
    CHECK(of("LFP", "cobalt", year) == 0.0);
    CHECK(of("LFP", "units", year) > 0.0);
  }
}

TEST_CASE("a stock that is not there is named, with the nearest one") {
  const Run run = cars({{2000, 10}, {2009, 90}}, ShrinkingStock::refuse);
  CHECK_THROWS_WITH_AS(static_cast<void>(stock_by_cohort(run, "usee")), doctest::Contains("use"),
                       InvalidValue);
}
