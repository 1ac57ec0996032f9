#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "critflow/lifetime/normal.hpp"
#include "critflow/network/host_and_component.hpp"
#include "critflow/network/source.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"
#include "critflow/stock/host_component.hpp"

using namespace critflow;

constexpr int first_year = 2000, last_year = 2030;

/// Cars with batteries: cars hold copper, batteries copper and ever more lithium.
struct Fleet {
  HostAndComponent kind{.driver_parameter = "fleet",
                        .lead = "cars",
                        .host = {.lifetime = "car", .content = {{"copper", {"copper.car"}}}},
                        .component = {.lifetime = "battery",
                                      .content = {{"batteries", {"1"}}, {"material", {"content"}}}},
                        .replaced = {.share = "replaced", .up_to_age = "car.limit"},
                        .reused = {.share = "reused",
                                   .up_to_age = "battery.limit",
                                   .in_old_hosts = "in old cars",
                                   .in_new_hosts = "in new cars"}};
  double replaced = 0.7, reused = 0.6, car_limit = 12.0, battery_limit = 9.0, in_old_cars = 1.0,
         in_new_cars = 0.5;
  Series fleet{{{first_year, 100.0}, {last_year, 3000.0}}};
  std::vector<std::string> regions{};
};

inline void add_parameters(SystemBuilder& builder, const Fleet& fleet) {
  builder.parameter("car.mean", "a", 11.0)
      .parameter("car.sd", "a", 5.0)
      .parameter("battery.mean", "a", 7.0)
      .parameter("battery.sd", "a", 4.0)
      .parameter("replaced", "1", fleet.replaced)
      .parameter("reused", "1", fleet.reused)
      .parameter("car.limit", "a", fleet.car_limit)
      .parameter("battery.limit", "a", fleet.battery_limit)
      .parameter("in old cars", "1", fleet.in_old_cars)
      .parameter("in new cars", "1", fleet.in_new_cars)
      .parameter("copper.car", "kg/unit", 20.0)
      .parameter("content", "kg/unit", {{{"material", "lithium"}}}, {{2000, 2.0}, {2030, 9.0}})
      .parameter("content", "kg/unit", {{{"material", "copper"}}}, 30.0)
      .lifetime({.name = "car",
                 .distribution = Distribution::normal,
                 .first = "car.mean",
                 .second = "car.sd"})
      .lifetime({.name = "battery",
                 .distribution = Distribution::normal,
                 .first = "battery.mean",
                 .second = "battery.sd"});
  const bool inflow = fleet.kind.driver == HostAndComponent::Driver::inflow;
  const std::string unit = inflow ? "units/a" : "units";
  if (fleet.regions.empty()) builder.parameter("fleet", unit, fleet.fleet);
  double factor = 1.0;
  for (const std::string& region : fleet.regions) {
    builder.parameter("fleet", unit, {{{"region", region}}}, fleet.fleet.times(factor));
    factor += 1.0;
  }
}

/// The fleet as a system, to add to; `dimensions` of its use, beside the regions.
inline SystemBuilder builder_of(const Fleet& fleet, std::vector<std::string> dimensions = {}) {
  if (!fleet.regions.empty()) dimensions.push_back("region");
  SystemBuilder builder("fleet");
  builder.years(first_year, last_year)
      .layer({.name = "cars", .unit = "units"})
      .layer({.name = "batteries", .unit = "units"})
      .layer({.name = "copper", .unit = "t", .material = true})
      .layer({.name = "lithium", .unit = "t", .material = true})
      .process("makers", Outside{})
      .process("use", fleet.kind, dimensions)
      .process("wrecks", Outside{})
      .process("waste", Outside{})
      .process("second life", Outside{})
      .flow({.from = "makers", .to = "use", .rule = FlowRule::request})
      .flow({.from = "use", .to = "wrecks", .door = "hosts"})
      .flow({.from = "use", .to = "waste", .door = "failed components"})
      .flow({.from = "use", .to = "second life", .door = "working components"});
  if (!fleet.regions.empty()) builder.dimension("region", fleet.regions);
  add_parameters(builder, fleet);
  return builder;
}

inline System system_of(const Fleet& fleet) { return builder_of(fleet).build(); }

inline HostComponentRules rules_of(const Fleet& fleet) {
  return {.replaced = fleet.replaced,
          .replaced_up_to_age = fleet.car_limit,
          .reused = fleet.reused,
          .reused_up_to_age = fleet.battery_limit,
          .in_old_hosts = fleet.in_old_cars,
          .in_new_hosts = fleet.in_new_cars};
}

inline SurvivalTable cars_on(const Years& years) { return {years, Normal(11.0, 5.0)}; }
inline SurvivalTable batteries_on(const Years& years) { return {years, Normal(7.0, 4.0)}; }

/// What the fleet does as a stock alone.
inline HostComponentHistory history_of(const Fleet& fleet) {
  const Years years(first_year, last_year);
  Eigen::ArrayXd stock(years.size());
  for (int step = 0; step < years.size(); ++step) stock(step) = fleet.fleet.at(years[step]);
  return stock_driven(stock, cars_on(years), batteries_on(years), rules_of(fleet));
}

/// Largest difference as a share of the largest value.
inline double distance(const Figures& got, const Eigen::ArrayXd& expected) {
  REQUIRE(got.values.size() == static_cast<std::size_t>(expected.size()));
  const Eigen::Map<const Eigen::ArrayXd> values(got.values.data(), expected.size());
  return (values - expected).abs().maxCoeff() / expected.abs().maxCoeff();
}

inline std::string faults_of(const SystemBuilder& builder) {
  try {
    static_cast<void>(simulate(builder.build()));
  } catch (const ModelFaults& faults) {
    return faults.what();
  }
  return "none";
}

inline std::string faults_of(const Fleet& fleet) { return faults_of(builder_of(fleet)); }
