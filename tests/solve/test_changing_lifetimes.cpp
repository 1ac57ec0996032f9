#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "lanes_alone.hpp"

using namespace critflow;

namespace {

constexpr int samples = 11;  // one full pack and a part of another

/// A fleet whose cars last longer from year to year, and whose batteries hold two metals.
System cars(const Years& years, StockProcess use) {
  use.lead = "units";
  use.content = {{"material", {"content"}}};
  use.lifetime = "life";
  return SystemBuilder("cars")
      .years(years)
      .layer({.name = "units", .unit = "units", .conserved = false})
      .layer({.name = "lithium", .unit = "t", .material = true})
      .layer({.name = "cobalt", .unit = "t", .material = true})
      .lifetime({.name = "life",
                 .distribution = Distribution::weibull,
                 .by_mean_and_sd = true,
                 .first = "mean",
                 .second = "sd"})
      .parameter("mean", "a", {{2000, 6}, {2040, 14}})
      .parameter("sd", "a", {{2000, 2}, {2001, 2}})
      .parameter("sales", "units/a", {{2000, 10}, {2040, 60}})
      .parameter("fleet", "units", {{2000, 80}, {2015, 200}, {2040, 120}})
      .parameter("content", "t/unit", 0.5)
      .process("makers", Outside{})
      .process("use", use)
      .process("waste", Outside{})
      .flow({.from = "makers", .to = "use", .rule = FlowRule::request})
      .flow({.from = "use", .to = "waste"})
      .build();
}

/// Steps of one year, and steps of several.
const std::vector<Years> axes{Years(2000, 2040),
                              Years({2000, 2001, 2002, 2005, 2010, 2020, 2030, 2040})};

std::vector<double> factors() {
  std::vector<double> all;
  for (int k = 0; k < samples; ++k) all.push_back(0.7 + 0.06 * k);
  return all;
}

const StockProcess sold{.driver = StockProcess::Driver::inflow, .driver_parameter = "sales"};
const StockProcess prescribed{.driver = StockProcess::Driver::stock,
                              .driver_parameter = "fleet",
                              .shrinking = ShrinkingStock::retire_early};

}  // namespace

TEST_CASE("lives that change by cohort and by sample have the bits of a run of their own") {
  for (const Years& years : axes)
    for (const StockProcess& use : {sold, prescribed})
      check_lanes(cars(years, use),
                  {{.parameter = "mean", .values = factors(), .multiplies = true},
                   {.parameter = "sales", .values = factors(), .multiplies = true}});
}

TEST_CASE("so they do with cars from before the first year") {
  for (const StockProcess& kind : {sold, prescribed}) {
    StockProcess use = kind;
    use.initial = {.total = "60", .growth = "0.02", .cohorts = 20};
    check_lanes(cars(axes.front(), use),
                {{.parameter = "mean", .values = factors(), .multiplies = true}});
  }
}

TEST_CASE("a life that changes in one sample alone changes nothing beside it") {
  const Years& years = axes.front();
  std::vector<double> mean;
  for (int sample = 0; sample < samples; ++sample)
    for (int step = 0; step < years.size(); ++step)
      mean.push_back(8.0 + (sample == 3 ? 0.1 * step : 0.0));
  check_lanes(cars(years, sold), {{.parameter = "content", .values = factors()},
                                  {.parameter = "mean", .values = mean}});
}
