#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "critflow/lifetime/survival_table.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/lanes_alone.hpp"
#include "solve/random_network.hpp"
#include "solve/series.hpp"

using namespace critflow;

namespace {

/// What must hold of a network: says what is wrong, or nothing.
using Rule = std::string (*)(const RandomNetwork& network);

/// Every flow and stock of a run, by name.
std::vector<std::pair<std::string, Figures>> all_of(const Run& run) {
  std::vector<std::pair<std::string, Figures>> all;
  for (const auto& [from, to] : run.flow_names())
    all.emplace_back(from + " -> " + to, run.flow(from, to));
  for (const std::string& name : run.stock_names()) all.emplace_back(name, run.stock(name));
  std::sort(all.begin(), all.end(), [](auto& a, auto& b) { return a.first < b.first; });
  return all;
}

double largest_of(const Run& run) {
  double most = 0.0;
  for (const auto& [name, figures] : all_of(run)) most = std::max(most, largest(figures.values));
  return most;
}

/// Largest difference over all places, in whatever order the items stand.
double distance(const Figures& a, const Figures& b) {
  double worst = 0.0;
  for (const Place& place : every_place(a.dimensions))
    worst = std::max(worst, std::abs(a.at(place) - b.at(place)));
  return worst;
}

std::string wrong_with(const Features& features, Rule rule) {
  try {
    return rule(RandomNetwork(features));
  } catch (const ModelFaults& faults) {
    return faults.what();
  }
}

/// The smallest network that still breaks the rule.
Features smallest(const Features& features, Rule rule) {
  return shrunk(features, [&](const Features& less) { return !wrong_with(less, rule).empty(); });
}

/// Of `count` networks from a seed on. The first that breaks the rule is told, as small as it gets.
void holds(std::uint64_t first_seed, int count, Rule rule) {
  for (std::uint64_t seed = first_seed; seed < first_seed + static_cast<std::uint64_t>(count);
       ++seed) {
    const Features features = drawn_features(seed);
    if (wrong_with(features, rule).empty()) continue;
    const Features least = smallest(features, rule);
    FAIL(least.text(), ": ", wrong_with(least, rule));
  }
}

std::string balances(const RandomNetwork& network) {
  const Run run = simulate(network.build());
  if (run.balance().worst > 1e-12) return "does not balance at " + run.balance().where;
  if (run.uniqueness().weakest == Certificate::none) return "not shown to have one solution";
  for (const auto& [name, figures] : all_of(run))
    if (*std::min_element(figures.values.begin(), figures.values.end()) < 0.0)
      return name + " is negative";
  return "";
}

std::string doubles(const RandomNetwork& network) {
  const System system = network.build();
  const Plan plan(system);
  const auto once = all_of(simulate(plan, system)),
             twice = all_of(simulate(plan, network.build(2)));
  for (std::size_t i = 0; i < once.size(); ++i) {
    std::vector<double> expected = once[i].second.values;
    for (double& value : expected) value *= 2.0;
    if (twice[i].second.values != expected) return once[i].first + " does not double";
  }
  return "";
}

std::string knows_no_order(const RandomNetwork& network) {
  Chance order(network.features().seed);
  RandomNetwork mixed = network;
  mixed.drawing.shuffle(order);
  const Run run = simulate(network.build());
  const double most = largest_of(run);
  const auto here = all_of(run), there = all_of(simulate(mixed.build()));
  for (std::size_t i = 0; i < here.size(); ++i)
    if (here[i].first != there[i].first || distance(here[i].second, there[i].second) > 1e-12 * most)
      return here[i].first + " differs";
  return "";
}

std::string carries_no_cobalt_in_iron(const RandomNetwork& network) {
  const Run run = simulate(network.build());
  for (const Figures& figures :
       {run.flow("factory", "use"), run.stock("use"), run.outflow("use"), run.flow("use", "hoard")})
    if (largest(figures.select("chemistry", "LFP").select("layer", "cobalt").values) > 0.0)
      return figures.name + " has cobalt in LFP";
  return largest(run.stock("use").values) > 0.0 ? "" : "nothing is in use";
}

std::string keeps_what_survives(const RandomNetwork& network) {
  if (network.has("driven by stocks") || network.has("initial stocks")) return "";
  const Years& years = network.drawing.years;
  const SurvivalTable table(years,
                            lifetime_from_mean_sd(Distribution::weibull, network.mean, network.sd),
                            network.drawing.entry());
  const Run run = simulate(network.build());
  const Figures inflow = run.inflow("use"), stock = run.stock("use");
  const std::size_t cells = stock.values.size() / static_cast<std::size_t>(years.size());
  for (std::size_t cell = 0; cell < cells; ++cell)
    for (int step = 0; step < years.size(); ++step) {
      double sum = 0.0;
      for (int cohort = 0; cohort <= step; ++cohort)
        sum += inflow.values[static_cast<std::size_t>(cohort) * cells + cell] *
               years.length(cohort) * table.survival(step, cohort);
      if (std::abs(stock.values[static_cast<std::size_t>(step) * cells + cell] - sum) >
          1e-13 * largest(stock.values))
        return "stock is not inflow times survival";
    }
  return "";
}

/// Draws of three samples for a network.
constexpr int samples = 11;  // one full pack and a part of another

std::vector<Draw> draws_of(const RandomNetwork& network) {
  Chance chance(network.features().seed);
  std::vector<Draw> draws{{"fabrication"}, {"life.mean"}, {"collected"}};
  for (int sample = 0; sample < samples; ++sample) {
    draws[0].values.push_back(chance.between(0.5, 1.0));
    draws[1].values.push_back(network.mean * chance.between(0.8, 1.2));
    draws[2].values.push_back(chance.between(0.0, 0.8));
  }
  return draws;
}

std::string runs_in_lanes_as_alone(const RandomNetwork& network) {
  const System system = network.build();
  const Plan plan(system);
  const Reading reading = everything(plan, system);
  const std::vector<Draw> draws = draws_of(network);
  std::string wrong;
  Samples(plan, system, reading).run(draws, samples, [&](const SampleBlock& block) {
    for (int k = 0; k < block.samples; ++k) {
      for (const Fault& fault : block.faults[static_cast<std::size_t>(k)]) wrong = fault.text();
      const std::vector<double> alone =
          reading.of(simulate(plan, drawn(system, draws, samples, block.first + k)));
      for (int cell = 0; cell < reading.cells(); ++cell)
        if (block.value(cell, k) != alone[static_cast<std::size_t>(cell)])
          wrong = "cell " + std::to_string(cell) + " differs in lanes";
    }
  });
  return wrong;
}

std::string is_the_same_without_its_neighbours(const RandomNetwork& network) {
  if (network.drawing.traded("waste trade") || network.drawing.traded("metal trade")) return "";
  const Run together = simulate(network.build());
  for (const std::string& region : network.drawing.regions) {
    RandomNetwork one = network;
    one.drawing.keep_region(region);
    const Run alone = simulate(one.build());
    for (const char* process : {"use", "hoard"})
      if (distance(alone.stock(process).select("region", region),
                   together.stock(process).select("region", region)) >
          1e-13 * largest(together.stock(process).values))
        return std::string(process) + " of " + region + " differs alone";
    for (const auto& [from, to] : {std::pair("market", "factory"), std::pair("recycling", "market"),
                                   std::pair("refining", "market")})
      if (distance(alone.flow(from, to).select("region", region),
                   together.flow(from, to).select("region", region)) > 1e-13 * largest_of(together))
        return std::string(from) + " -> " + to + " of " + region + " differs alone";
  }
  return "";
}

/// Wrong on purpose: it does not hold where a gate stands before too much.
std::string holds_nothing_back(const RandomNetwork& network) {
  if (!network.has("gate")) return "";
  return largest(simulate(network.build()).flow("gate", "overflow").values) == 0.0
             ? ""
             : "something is held back";
}

}  // namespace

TEST_CASE("every random network balances, has one solution a year and no negative flow") {
  holds(1, 1000, balances);
}

TEST_CASE("twice the amounts give twice the flows and stocks of every random network, to the bit") {
  holds(2001, 200, doubles);
}

TEST_CASE("the order of processes, flows and items does not matter to any random network") {
  holds(3001, 200, knows_no_order);
}

TEST_CASE("a chemistry without cobalt carries none in any random network") {
  holds(4001, 100, carries_no_cobalt_in_iron);
}

TEST_CASE("what is in use is what entered times its survival, cohort by cohort") {
  holds(5001, 200, keeps_what_survives);
}

TEST_CASE("random networks in lanes are the runs on their own, to the bit") {
  holds(6001, 100, runs_in_lanes_as_alone);
}

TEST_CASE("a region that does not trade is what it would be alone") {
  holds(7001, 100, is_the_same_without_its_neighbours);
}

TEST_CASE("random networks have every part, loops, and limits that decide each other") {
  std::map<std::string, int> seen;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const RandomNetwork network(seed);
    for (const std::string& part : network.features().parts) ++seen[part];
    const Plan plan(network.build());
    seen["several regions"] += network.features().regions > 1 ? 1 : 0;
    seen["loops"] += plan.loops().empty() ? 0 : 1;
    seen["blocks"] += plan.compiled().program.blocks.empty() ? 0 : 1;
  }
  CHECK(seen.size() == Features::all_parts.size() + 3);
  for (const auto& one : seen) {
    CAPTURE(one.first);
    CHECK(one.second > 15);
  }
}

TEST_CASE("a network that breaks a rule is told with nothing in it that does not matter") {
  int shrunk_networks = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Features features = drawn_features(seed);
    if (wrong_with(features, holds_nothing_back).empty()) continue;
    ++shrunk_networks;
    const Features least = smallest(features, holds_nothing_back);
    CHECK_FALSE(wrong_with(least, holds_nothing_back).empty());
    CHECK(least.has("gate"));
    for (const Features& less : simpler(least)) CHECK(wrong_with(less, holds_nothing_back).empty());
  }
  CHECK(shrunk_networks > 3);
  const Features least = smallest({.seed = 1,
                                   .products = 2,
                                   .regions = 3,
                                   .steps = 8,
                                   .parts = {"gate", "slag", "uneven steps", "waste trade"}},
                                  [](const RandomNetwork& network) -> std::string {
                                    return network.has("slag") ? "has slag" : "";
                                  });
  CHECK(least.text() == "seed 1: 1 product, 1 region, 1 step, slag");
}
