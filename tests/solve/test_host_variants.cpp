#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "solve/fleet.hpp"
#include "solve/lanes_alone.hpp"

namespace {

const Years years(first_year, last_year);

/// Of batteries, ever more are LFP, which holds no cobalt.
double nmc_share(int step) { return 0.9 - 0.8 * step / (last_year - first_year); }

/// Cars whose batteries are of two chemistries.
SystemBuilder of_two_chemistries(Fleet& fleet, double lfp_in_2030 = 0.9) {
  fleet.kind.split = "split";
  fleet.kind.component.content["cobalt"] = {"cobalt"};
  SystemBuilder builder = builder_of(fleet, {"chemistry"});
  builder.dimension("chemistry", {"NMC", "LFP"})
      .layer({.name = "cobalt", .unit = "t", .material = true})
      .parameter("cobalt", "t/unit", {{{"chemistry", "NMC"}}}, 0.01)
      .parameter("cobalt", "t/unit", {{{"chemistry", "LFP"}}}, 0.0)
      .parameter("split", "1", {{{"chemistry", "NMC"}}}, {{2000, 0.9}, {2030, 0.1}})
      .parameter("split", "1", {{{"chemistry", "LFP"}}}, {{2000, 0.1}, {2030, lfp_in_2030}});
  return builder;
}

/// Usable kWh of batteries, which fade.
SystemBuilder of_fading_batteries(Fleet& fleet) {
  fleet.kind.component.content["usable"] = {"50"};
  fleet.kind.component.fade = {{"usable", "fade"}};
  fleet.kind.usable_up_to_age = "usable age";
  SystemBuilder builder = builder_of(fleet);
  builder.layer({.name = "usable", .unit = "kWh", .conserved = false})
      .parameter("fade", "1/a", 0.02)
      .parameter("usable age", "a", 4.0)
      .process("storage", Outside{})
      .flow({.from = "use", .to = "storage", .door = "usable components"});
  return builder;
}

Figures of_layer(const Figures& all, const std::string& layer) {
  return all.select("layer", layer);
}

Eigen::ArrayXd array_of(const Figures& figures) {
  return Eigen::Map<const Eigen::ArrayXd>(figures.values.data(),
                                          static_cast<Eigen::Index>(figures.values.size()));
}

}  // namespace

TEST_CASE("a battery has the chemistry of its own year, also where it replaces another") {
  Fleet fleet;
  const Run run = simulate(of_two_chemistries(fleet).build());
  const HostComponentHistory history = history_of(fleet);
  Eigen::ArrayXd nmc(years.size());
  for (int step = 0; step < years.size(); ++step) nmc(step) = nmc_share(step);
  const Eigen::ArrayXd expected = (history.components.matrix() * nmc.matrix()).array();
  const Figures stock = run.stock("use");
  CHECK(distance(of_layer(stock, "batteries").select("chemistry", "NMC"), expected) <= 1e-13);
  CHECK(distance(of_layer(stock, "cobalt").select("chemistry", "NMC"), 0.01 * expected) <= 1e-13);
  for (const double none : of_layer(stock, "cobalt").select("chemistry", "LFP").values)
    CHECK(none == 0.0);
  CHECK(run.balance().worst <= 1e-13);
}

TEST_CASE("variants together are the fleet without variants") {
  Fleet fleet;
  const Run both = simulate(of_two_chemistries(fleet).build());
  const Run one = simulate(system_of({}));
  for (const char* layer : {"cars", "batteries", "lithium"}) {
    CAPTURE(layer);
    CHECK(distance(of_layer(both.inflow("use"), layer).sum("chemistry"),
                   array_of(of_layer(one.inflow("use"), layer))) <= 1e-13);
    CHECK(distance(of_layer(both.stock("use"), layer).sum("chemistry"),
                   array_of(of_layer(one.stock("use"), layer))) <= 1e-13);
  }
}

TEST_CASE("shares of variants that do not sum to one, and lives of their own, are refused") {
  Fleet fleet;
  CHECK(faults_of(of_two_chemistries(fleet, 0.95)).find("process.use.split: shares sum to") !=
        std::string::npos);

  Fleet living_apart;
  living_apart.kind.component.lifetime = "by chemistry";
  SystemBuilder apart = of_two_chemistries(living_apart);
  apart.parameter("life", "a", {{{"chemistry", "NMC"}}}, 8.0)
      .parameter("life", "a", {{{"chemistry", "LFP"}}}, 12.0)
      .lifetime({.name = "by chemistry", .first = "life", .second = "3"});
  CHECK(faults_of(apart).find("process.use.component.lifetime: varies over the variants of the "
                              "split: chemistry, must be the same for all of them") !=
        std::string::npos);
}

TEST_CASE("usable kWh fades with the age of the battery, wherever it is") {
  Fleet fleet;
  const Run run = simulate(of_fading_batteries(fleet).build());
  const HostComponentHistory history = history_of(fleet);
  Eigen::ArrayXd expected = Eigen::ArrayXd::Zero(years.size());
  for (int step = 0; step < years.size(); ++step)
    for (int cohort = 0; cohort <= step; ++cohort)
      expected(step) += 50.0 * std::pow(0.98, step - cohort) * history.components(step, cohort);
  CHECK(distance(of_layer(run.stock("use"), "usable"), expected) <= 1e-13);
  CHECK(run.balance().worst <= 1e-13);
}

TEST_CASE("working batteries up to an age leave by a door of their own") {
  Fleet fleet;
  fleet.replaced = fleet.reused = 0.0;
  const Run run = simulate(of_fading_batteries(fleet).build());
  const HostComponentHistory history = history_of(fleet);
  const SurvivalTable cars = cars_on(years), batteries = batteries_on(years);
  Eigen::ArrayXd young = Eigen::ArrayXd::Zero(years.size()), old = young, usable = young;
  for (int step = 0; step < years.size(); ++step)
    for (int cohort = 0; cohort <= step; ++cohort) {
      const int age = step - cohort;
      const double before =
          age == 0 ? 1.0 : cars.survival(step - 1, cohort) * batteries.survival(step - 1, cohort);
      const double working = history.new_hosts(cohort) * before * cars.hazard(step, cohort) *
                             (1.0 - batteries.hazard(step, cohort));
      (age <= 4 ? young : old)(step) += working;
      if (age <= 4) usable(step) += working * 50.0 * std::pow(0.98, age);
    }
  CHECK(distance(of_layer(run.flow("use", "storage"), "batteries"), young) <= 1e-12);
  CHECK(distance(of_layer(run.flow("use", "storage"), "usable"), usable) <= 1e-12);
  CHECK(distance(of_layer(run.flow("use", "second life"), "batteries"), old) <= 1e-12);
}

TEST_CASE("only a service layer fades") {
  Fleet fleet;
  SystemBuilder builder = of_fading_batteries(fleet);
  fleet.kind.component.fade = {{"lithium", "fade"}};
  fleet.kind.usable_up_to_age.clear();
  CHECK(faults_of(builder_of(fleet)
                      .layer({.name = "usable", .unit = "kWh", .conserved = false})
                      .parameter("fade", "1/a", 0.02))
            .find("process.use.component.fade: conserved, and what is conserved does not fade: "
                  "lithium, must be a service layer: conserved = false") != std::string::npos);
}

TEST_CASE("samples of variants, fading and earlier hosts in lanes have the bits of runs alone") {
  Fleet fleet;
  fleet.kind.initial = {.total = "before", .growth = "growth", .cohorts = 9};
  SystemBuilder builder = of_fading_batteries(fleet);
  builder.parameter("before", "units", 90.0).parameter("growth", "1/a", 0.1);
  const System system = builder.build();
  constexpr int samples = 9;
  std::vector<Draw> draws{{"fade"}, {"usable age"}, {"before"}, {"growth"}, {"battery.mean"}};
  for (int sample = 0; sample < samples; ++sample) {
    const double place = (sample + 0.5) / samples;
    const std::vector<double> values{0.1 * place, 9.0 * place, 99.0 * place, 0.2 - place / 5.0,
                                     5.0 + 4.0 * place};
    for (std::size_t d = 0; d < draws.size(); ++d) draws[d].values.push_back(values[d]);
  }
  check_lanes(system, draws);
}
