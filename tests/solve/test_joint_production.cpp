#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/series.hpp"

using namespace critflow;

namespace {

SystemBuilder copper_and_cobalt() {
  SystemBuilder builder("copper and cobalt");
  builder.years(2020, 2059)
      .layer({.name = "copper", .unit = "t", .material = true})
      .layer({.name = "cobalt", .unit = "t", .material = true})
      .process("ore", Outside{})
      .process("pile", Outside{})
      .process("users", Outside{});
  return builder;
}

void add_market(SystemBuilder& builder, const std::string& metal,
                const std::vector<std::string>& offers) {
  builder.process(metal + " market", Market{.offers = offers}, {}, {metal})
      .flow({.from = metal + " market",
             .to = "users",
             .rule = FlowRule::request,
             .factors = {"demand of " + metal}})
      .flow({.from = metal + " market", .to = "pile", .rule = FlowRule::surplus});
}

}  // namespace

TEST_CASE("cobalt follows copper: what the copper mine brings is surplus or falls short") {
  SystemBuilder builder = copper_and_cobalt();
  builder.parameter("demand of copper", "t/a", {{2020, 1000}, {2059, 1390}})
      .parameter("demand of cobalt", "t/a", {{2020, 40}, {2059, 40 + 39 * 2.2}})
      .parameter("recycled", "t/a", {{2020, 0}, {2059, 19.5}})
      .process("recycling", Source{.amount = "recycled"}, {}, {"cobalt"})
      .process("copper mine", Production{.yield = "0.9", .joint = {{"cobalt", "copper", "0.06"}}})
      .process("cobalt mine", Production{}, {}, {"cobalt"})
      .flow({.from = "ore", .to = "copper mine", .rule = FlowRule::request})
      .flow({.from = "copper mine", .to = "pile", .factors = {"tailings"}})
      .flow({.from = "copper mine", .to = "copper market", .rule = FlowRule::request})
      .flow({.from = "copper mine", .to = "cobalt market", .rule = FlowRule::rest})
      .flow({.from = "recycling", .to = "cobalt market"})
      .flow({.from = "ore", .to = "cobalt mine", .rule = FlowRule::request})
      .flow({.from = "cobalt mine",
             .to = "cobalt market",
             .rule = FlowRule::request,
             .capacity = "12"})
      .parameter("tailings", "1", place("material", "copper"), 0.1)
      .parameter("tailings", "1", place("material", "cobalt"), 0.0);
  add_market(builder, "copper", {"copper mine"});
  add_market(builder, "cobalt", {"copper mine", "recycling", "cobalt mine"});
  const Run run = simulate(builder.build());
  std::vector<double> mined, surplus, shortage;
  for (int t = 0; t < 40; ++t) {
    const double supplied = 0.06 * (1000.0 + 10.0 * t) + 0.5 * t, asked = 40.0 + 2.2 * t;
    mined.push_back(std::clamp(asked - supplied, 0.0, 12.0));
    surplus.push_back(std::max(supplied - asked, 0.0));
    shortage.push_back(std::max(asked - supplied, 0.0) - mined.back());
  }
  CHECK(distance(run.flow("cobalt mine", "cobalt market").values, mined) <= 1e-12);
  CHECK(distance(run.flow("cobalt market", "pile").values, surplus) <= 1e-12);
  CHECK(distance(run.flow("shortage", "cobalt market").values, shortage) <= 1e-12);
  const auto years_with = [](const std::vector<double>& amounts) {
    return std::count_if(amounts.begin(), amounts.end(), [](double one) { return one > 0.0; });
  };
  CHECK(years_with(surplus) == 19);
  CHECK(years_with(shortage) == 10);
  CHECK(run.balance().worst <= 1e-14);
}

namespace {

/// Two mines, each the host of the other's metal.
System two_hosts(double product_of_ratios) {
  SystemBuilder builder = copper_and_cobalt();
  builder.parameter("demand of copper", "t/a", 1000)
      .parameter("demand of cobalt", "t/a", 50)
      .parameter("copper per cobalt", "1", product_of_ratios / 0.06)
      .process("copper mine", Production{.joint = {{"cobalt", "copper", "0.06"}}})
      .process("cobalt mine", Production{.joint = {{"copper", "cobalt", "copper per cobalt"}}});
  for (const char* mine : {"copper mine", "cobalt mine"})
    builder.flow({.from = "ore", .to = mine, .rule = FlowRule::request});
  builder.flow({.from = "copper mine", .to = "copper market", .rule = FlowRule::request})
      .flow({.from = "copper mine", .to = "cobalt market", .rule = FlowRule::rest})
      .flow({.from = "cobalt mine", .to = "cobalt market", .rule = FlowRule::request})
      .flow({.from = "cobalt mine", .to = "copper market", .rule = FlowRule::rest});
  add_market(builder, "copper", {"cobalt mine", "copper mine"});
  add_market(builder, "cobalt", {"copper mine", "cobalt mine"});
  return builder.build();
}

}  // namespace

TEST_CASE(
    "two hosts of each other's metal have one balanced year where ratios multiply to less "
    "than one") {
  const Run run = simulate(two_hosts(0.9));
  CHECK(run.uniqueness().weakest == Certificate::pivots);
  // The copper mine alone brings 60 of the 50 asked: the cobalt mine stands still.
  CHECK(run.flow("copper mine", "copper market").values.front() == doctest::Approx(1000.0));
  CHECK(run.flow("cobalt mine", "cobalt market").values.front() == doctest::Approx(0.0));
}

TEST_CASE("two hosts of each other's metal with three balanced years are refused") {
  for (const double above_one : {1.5, 15.0})
    CHECK_THROWS_WITH_AS(
        (void)simulate(two_hosts(above_one)),
        "limits that decide each other, at copper mine at copper market copper: more than one "
        "balanced year possible: 2 limits in 2020, must have one solution: see whether two hosts "
        "give each other's material",
        ModelFaults);
}
