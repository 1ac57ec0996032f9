#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "critflow/network/host_and_component.hpp"
#include "critflow/solve/cohorts.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/fleet.hpp"
#include "solve/lanes_alone.hpp"

using namespace critflow;

TEST_CASE("cars and batteries flow as the stock of hosts with components says") {
  const Fleet fleet;
  const Run run = simulate(system_of(fleet));
  const HostComponentHistory expected = history_of(fleet);
  const auto cars = [](const Figures& all) { return all.select("layer", "cars"); };
  const auto batteries = [](const Figures& all) { return all.select("layer", "batteries"); };
  CHECK(distance(cars(run.inflow("use")), expected.new_hosts) <= 1e-13);
  CHECK(distance(batteries(run.inflow("use")), expected.new_components) <= 1e-13);
  CHECK(distance(cars(run.flow("use", "wrecks")), expected.hosts_left) <= 1e-13);
  CHECK(distance(batteries(run.flow("use", "waste")), expected.failed_components) <= 1e-13);
  CHECK(distance(batteries(run.flow("use", "second life")), expected.working_components) <= 1e-13);
  CHECK(distance(batteries(run.stock("use")), expected.stock) <= 1e-13);
  CHECK(run.balance().worst <= 1e-13);
}

TEST_CASE("what a battery is made of stays with it, also in another car") {
  const Fleet fleet;
  const Run run = simulate(system_of(fleet));
  const HostComponentHistory history = history_of(fleet);
  Eigen::ArrayXd content(history.stock.size());
  for (int step = 0; step < content.size(); ++step)
    content(step) = 0.002 + 0.007 * step / (last_year - first_year);
  const Eigen::ArrayXd lithium = (history.components.matrix() * content.matrix()).array();
  const Eigen::ArrayXd copper = 0.05 * history.stock;
  CHECK(distance(run.stock("use").select("layer", "lithium"), lithium) <= 1e-13);
  CHECK(distance(run.stock("use").select("layer", "copper"), copper) <= 1e-13);
}

TEST_CASE("a door leads out of the layers that pass it and of no others") {
  const Run run = simulate(system_of({}));
  const std::vector<std::string> of_cars{"cars", "copper"};
  const std::vector<std::string> of_batteries{"batteries", "copper", "lithium"};
  CHECK(run.flow("use", "wrecks").dimensions.back().items == of_cars);
  CHECK(run.flow("use", "waste").dimensions.back().items == of_batteries);
  CHECK(run.flow("use", "second life").dimensions.back().items == of_batteries);
}

TEST_CASE("cars that are sold instead of prescribed give the same fleet") {
  const HostComponentHistory expected = history_of({});
  Fleet sold;
  sold.kind.driver = HostAndComponent::Driver::inflow;
  std::vector<YearValue> sales;
  for (int year = first_year; year <= last_year; ++year)
    sales.push_back({year, expected.new_hosts(year - first_year)});
  sold.fleet = Series(sales);
  const Run run = simulate(system_of(sold));
  CHECK(distance(run.stock("use").select("layer", "cars"), expected.stock) <= 1e-12);
  CHECK(distance(run.inflow("use").select("layer", "batteries"), expected.new_components) <= 1e-12);
}

TEST_CASE("each region has a fleet of its own") {
  Fleet fleet;
  fleet.regions = {"north", "south"};
  const Run both = simulate(system_of(fleet));
  const Run alone = simulate(system_of({}));
  const auto lithium = [](const Figures& all) { return all.select("layer", "lithium").values; };
  const std::vector<double> one = lithium(alone.flow("use", "waste"));
  CHECK(lithium(both.flow("use", "waste").select("region", "north")) == one);
  const std::vector<double> twice = lithium(both.flow("use", "waste").select("region", "south"));
  for (std::size_t i = 0; i < one.size(); ++i) CHECK(twice[i] == 2.0 * one[i]);
}

TEST_CASE("a sample in lanes has the bits of a run of its own") {
  const System system = system_of({});
  constexpr int samples = 11;
  std::vector<Draw> draws{{"replaced"}, {"reused"},       {"car.limit"},
                          {"car.mean"}, {"battery.mean"}, {"in new cars"}};
  for (int sample = 0; sample < samples; ++sample) {
    const double place = (sample + 0.5) / samples;
    const std::vector<double> values{
        place, 1.0 - place, 20.0 * place, 8.0 + 6.0 * place, 9.0 - 4.0 * place, place};
    for (std::size_t d = 0; d < draws.size(); ++d) draws[d].values.push_back(values[d]);
  }
  check_lanes(system, draws);
}

TEST_CASE("a fleet that shrinks too fast is refused with the year, or retired early") {
  Fleet fleet;
  fleet.fleet = Series({{2000, 1000.0}, {2010, 1000.0}, {2011, 300.0}, {2030, 100.0}});
  CHECK(faults_of(fleet).find("stock shrinks faster than its hosts and components fail in 2011") !=
        std::string::npos);
  fleet.kind.shrinking = ShrinkingStock::retire_early;
  const Run run = simulate(system_of(fleet));
  CHECK(run.stock("use").select("layer", "cars").values[11] == doctest::Approx(300.0));
  CHECK(run.balance().worst <= 1e-13);
}

TEST_CASE("a host without component, a share over one, a lost layer and a wrong door are named") {
  const auto found = [](const Fleet& fleet, const std::string& text) {
    const std::string faults = faults_of(fleet);
    CAPTURE(faults);
    CHECK(faults.find(text) != std::string::npos);
  };
  Fleet alone;
  alone.kind.component = {};
  found(alone, "process.use.component: host without component");

  Fleet too_much;
  too_much.replaced = 1.2;
  found(too_much, "value outside its domain: 1.2");

  Fleet without_lithium;
  without_lithium.kind.component.content = {{"batteries", {"1"}}};
  found(without_lithium, "process.use.layers: held by neither host nor component: lithium");

  Fleet no_life;
  no_life.kind.component.lifetime = "batery";
  found(no_life, "did you mean 'battery'?");

  Fleet negative;
  negative.kind.shrinking = ShrinkingStock::allow_negative;
  found(negative, "process.use.shrinking: not for hosts with components");
}

TEST_CASE("cars stand in the stock by their own year of entry, batteries by theirs") {
  const Run run = simulate(system_of({}));
  const HostComponentHistory history = history_of({});
  const Figures cohorts = stock_by_cohort(run, "use");
  const auto row_major = [](const Eigen::ArrayXXd& table) {
    const Eigen::ArrayXXd turned = table.transpose();
    return Eigen::ArrayXd(Eigen::Map<const Eigen::ArrayXd>(turned.data(), turned.size()));
  };
  CHECK(distance(cohorts.select("layer", "cars"), row_major(history.hosts)) <= 1e-13);
  CHECK(distance(cohorts.select("layer", "batteries"), row_major(history.components)) <= 1e-13);
  const Figures stock = run.stock("use").select("layer", "copper");
  const Eigen::Map<const Eigen::ArrayXd> copper(stock.values.data(), history.stock.size());
  CHECK(distance(cohorts.sum("cohort").select("layer", "copper"), copper) <= 1e-13);
}
