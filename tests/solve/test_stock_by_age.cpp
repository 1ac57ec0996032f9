#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/cohorts.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/lanes_alone.hpp"
#include "solve/series.hpp"

using namespace critflow;

namespace {

const std::vector<StockProcess::AgeClass> classes{{"young", 4}, {"middle", 9}, {"old"}};

/// Cars by age at which they leave: the young to regions abroad, the old to scrap.
SystemBuilder cars(StockProcess use, const Years& years, const Entry& entry = Entry::end()) {
  use.lead = "cars";
  use.content = {{"copper", {"copper"}}};
  use.lifetime = "life";
  SystemBuilder builder("cars");
  builder.years(years)
      .layer({.name = "cars", .unit = "units"})
      .layer({.name = "copper", .unit = "t"})
      .dimension("region", {"near", "far"})
      .parameter("copper", "t/unit", {{2000, 0.02}, {2030, 0.09}})
      .parameter("sales", "units/a", {{2000, 5.0}, {2010, 60.0}, {2025, 30.0}})
      .parameter("destination", "1", place("region", "near"), 0.75)
      .parameter("destination", "1", place("region", "far"), 0.25)
      .parameter("mean", "a", {{2000, 8.0}, {2030, 14.0}})
      .parameter("hazard", "1", {{2000, 1.0}, {2010, 1.3}, {2030, 0.7}})
      .lifetime(
          {.name = "life", .first = "mean", .second = "4", .hazard = "hazard", .entry = entry})
      .process("maker", Outside{})
      .process("use", use)
      .process("abroad", Outside{}, {"region"})
      .process("scrap", Treatment{})
      .process("end", Outside{})
      .flow({.from = "scrap", .to = "end"});
  builder.flow({.from = "maker", .to = "use", .rule = FlowRule::request});
  if (use.by_age.empty()) return builder.flow({.from = "use", .to = "scrap"});
  return builder.flow({.from = "use", .to = "abroad", .split = "destination", .door = "young"})
      .flow({.from = "use", .to = "scrap", .door = "middle"})
      .flow({.from = "use", .to = "end", .door = "old"});
}

const StockProcess sold{.driver = StockProcess::Driver::inflow, .driver_parameter = "sales"};

StockProcess by_age(StockProcess stock) {
  stock.by_age = classes;
  return stock;
}

/// A cohort of which all leave at exactly that age.
double leaving_through(const std::string& to, double age) {
  const Run run = simulate(
      SystemBuilder("one life")
          .years(2000, 2030)
          .layer({.name = "cars", .unit = "units"})
          .parameter("sales", "units/a", {{2000, 9.0}, {2001, 0.0}, {2030, 0.0}})
          .lifetime(
              {.name = "life", .distribution = Distribution::fixed, .first = std::to_string(age)})
          .process("maker", Outside{})
          .process("use", StockProcess{.driver = sold.driver,
                                       .driver_parameter = "sales",
                                       .lead = "cars",
                                       .lifetime = "life",
                                       .by_age = classes})
          .process("young", Outside{})
          .process("middle", Outside{})
          .process("old", Outside{})
          .flow({.from = "maker", .to = "use", .rule = FlowRule::request})
          .flow({.from = "use", .to = "young", .door = "young"})
          .flow({.from = "use", .to = "middle", .door = "middle"})
          .flow({.from = "use", .to = "old", .door = "old"})
          .build());
  double all = 0.0;
  for (const double value : run.flow("use", to).values) all += value;
  return all;
}

const Years annual(2000, 2030);
const Years uneven({2000, 2001, 2003, 2004, 2006, 2010, 2015, 2016, 2017, 2020, 2030});

}  // namespace

TEST_CASE("units leave by the door of their age, limits included") {
  CHECK(leaving_through("young", 4.0) == 9.0);
  CHECK(leaving_through("middle", 5.0) == 9.0);
  CHECK(leaving_through("middle", 9.0) == 9.0);
  CHECK(leaving_through("old", 10.0) == 9.0);
  CHECK(leaving_through("young", 10.0) == 0.0);
}

TEST_CASE("age classes change nothing but the door, in any layer, and sum to the outflow") {
  for (const Years& years : {annual, uneven})
    for (const Entry& entry : {Entry::end(), Entry::middle(), Entry::start()}) {
      const Run plain = simulate(cars(sold, years, entry).build());
      const Run run = simulate(cars(by_age(sold), years, entry).build());
      CHECK(run.stock("use").values == plain.stock("use").values);
      const std::vector<double> whole = plain.outflow("use").values;
      CHECK(distance(run.outflow("use").values, whole) <= 1e-14 * largest(whole));
      CHECK(run.balance().worst <= 1e-14);
    }
}

TEST_CASE("what leaves young and old is what the stock by cohort loses, cohort by cohort") {
  const Run run = simulate(cars(by_age(sold), annual).build());
  const Figures in_use = stock_by_cohort(run, "use");
  const std::size_t cohorts = 31, layers = 2;
  std::vector<double> old;
  for (std::size_t year = 0; year < 31; ++year)
    for (std::size_t l = 0; l < layers; ++l) {
      double lost = 0.0;
      for (std::size_t c = 0; c + 10 <= year; ++c)
        lost += in_use.values[((year - 1) * cohorts + c) * layers + l] -
                in_use.values[(year * cohorts + c) * layers + l];
      old.push_back(lost);
    }
  CHECK(largest(old) > 0.0);
  CHECK(distance(run.flow("use", "end").values, old) <= 1e-12);
}

TEST_CASE("the young go to regions by their shares") {
  const Run run = simulate(cars(by_age(sold), annual).build());
  const Figures young = run.flow("use", "abroad");
  const std::vector<double> near = young.select("region", "near").values;
  std::vector<double> far = young.select("region", "far").values;
  for (double& value : far) value *= 3.0;
  CHECK(largest(near) > 0.0);
  CHECK(distance(near, far) <= 1e-15 * largest(near));
}

TEST_CASE("a stock that is there at the start has ages too") {
  StockProcess use = by_age(sold);
  use.initial = {.total = "100", .growth = "0", .cohorts = 20};
  const Run run = simulate(cars(use, annual).build());
  use.by_age.clear();
  const Run plain = simulate(cars(use, annual).build());
  CHECK(run.flow("use", "end").values.front() > 0.0);
  const std::vector<double> whole = plain.outflow("use").values;
  CHECK(distance(run.outflow("use").values, whole) <= 1e-13 * largest(whole));
}

TEST_CASE("a prescribed stock asks as much, whatever door is taken") {
  const StockProcess wanted{.driver = StockProcess::Driver::stock,
                            .driver_parameter = "sales",
                            .shrinking = ShrinkingStock::allow_negative};
  const auto asked = [&](const StockProcess& stock) {
    SystemBuilder builder = cars(stock, annual);
    return simulate(
               builder.parameter("fleet", "units", {{2000, 10}, {2015, 90}, {2030, 60}}).build())
        .inflow("use")
        .values;
  };
  StockProcess fleet = wanted;
  fleet.driver_parameter = "fleet";
  CHECK(asked(by_age(fleet)) == asked(fleet));
}

TEST_CASE("age classes in lanes are the run on its own, to the bit") {
  const System system = cars(by_age(sold), annual).build();
  const std::vector<double> hazards{0.5, 1.0, 2.0};
  check_lanes(system, {{"hazard", {}, hazards}});
}
