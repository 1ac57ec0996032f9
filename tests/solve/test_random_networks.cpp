#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "critflow/lifetime/survival_table.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/random_network.hpp"
#include "solve/series.hpp"

using namespace critflow;

namespace {

constexpr std::uint64_t networks = 500;

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

}  // namespace

TEST_CASE("every random network balances, has one solution a year and no negative flow") {
  int loops = 0, blocks = 0, gated = 0, uneven = 0, stock_driven = 0, initial = 0;
  for (std::uint64_t seed = 1; seed <= networks; ++seed) {
    CAPTURE(seed);
    const RandomNetwork network(seed);
    const Run run = simulate(network.build());
    CHECK(run.balance().worst <= 1e-12);
    CHECK(run.uniqueness().weakest != Certificate::none);
    for (const auto& one : all_of(run)) {
      INFO(one.first);
      const std::vector<double>& values = one.second.values;
      CHECK(*std::min_element(values.begin(), values.end()) >= 0.0);
    }
    loops += run.plan().loops().empty() ? 0 : 1;
    blocks += run.uniqueness().blocks > 0 ? 1 : 0;
    gated += network.gated ? 1 : 0;
    uneven += network.uneven ? 1 : 0;
    stock_driven += network.stock_driven ? 1 : 0;
    initial += network.initial ? 1 : 0;
  }
  for (const int count : {loops, blocks, gated, uneven, stock_driven, initial}) CHECK(count > 80);
}

TEST_CASE("twice the amounts give twice the flows and stocks of every random network, to the bit") {
  for (std::uint64_t seed = 1; seed <= networks; ++seed) {
    CAPTURE(seed);
    const RandomNetwork network(seed);
    const auto once = all_of(simulate(network.build())), twice = all_of(simulate(network.build(2)));
    for (std::size_t i = 0; i < once.size(); ++i) {
      std::vector<double> expected = once[i].second.values;
      for (double& value : expected) value *= 2.0;
      CHECK(twice[i].second.values == expected);
    }
  }
}

TEST_CASE("the order of processes, flows and items does not matter to any random network") {
  Chance order(99);
  for (std::uint64_t seed = 1; seed <= networks; ++seed) {
    CAPTURE(seed);
    const RandomNetwork network(seed);
    const Run run = simulate(network.build());
    const double most = largest_of(run);
    const auto here = all_of(run), there = all_of(simulate(network.build(1.0, &order)));
    REQUIRE(here.size() == there.size());
    for (std::size_t i = 0; i < here.size(); ++i) {
      CAPTURE(here[i].first);
      REQUIRE(here[i].first == there[i].first);
      CHECK(distance(here[i].second, there[i].second) <= 1e-13 * most);
    }
  }
}

TEST_CASE("a chemistry without cobalt carries none in any random network") {
  for (std::uint64_t seed = 1; seed <= networks; ++seed) {
    CAPTURE(seed);
    const Run run = simulate(RandomNetwork(seed).build());
    for (const Figures& figures : {run.flow("factory", "use"), run.stock("use"), run.outflow("use"),
                                   run.flow("use", "hoard")})
      CHECK(largest(figures.select("chemistry", "LFP").select("layer", "cobalt").values) == 0.0);
    CHECK(largest(run.stock("use").select("layer", "lithium").values) > 0.0);
  }
}

TEST_CASE("what is in use is what entered times its survival, cohort by cohort") {
  int looked_at = 0;
  for (std::uint64_t seed = 1; seed <= networks; ++seed) {
    const RandomNetwork network(seed);
    if (network.stock_driven || network.initial) continue;
    CAPTURE(seed);
    ++looked_at;
    const SurvivalTable table(network.years,
                              lifetime_from_mean_sd(network.distribution, network.mean, network.sd),
                              network.entry);
    const Run run = simulate(network.build());
    const Figures inflow = run.inflow("use"), stock = run.stock("use");
    const std::size_t cells = stock.values.size() / static_cast<std::size_t>(network.years.size());
    for (std::size_t cell = 0; cell < cells; ++cell)
      for (int step = 0; step < network.years.size(); ++step) {
        double sum = 0.0;
        for (int cohort = 0; cohort <= step; ++cohort)
          sum += inflow.values[static_cast<std::size_t>(cohort) * cells + cell] *
                 network.years.length(cohort) * table.survival(step, cohort);
        CHECK(std::abs(stock.values[static_cast<std::size_t>(step) * cells + cell] - sum) <=
              1e-13 * largest(stock.values));
      }
  }
  CHECK(looked_at > 100);
}

TEST_CASE("random networks in lanes are the runs on their own, to the bit") {
  for (std::uint64_t seed = 1; seed <= networks; ++seed) {
    CAPTURE(seed);
    const RandomNetwork network(seed);
    const System system = network.build();
    Chance chance(seed);
    std::vector<Draw> draws{{"fabrication"}, {"life.mean"}, {"collected"}};
    constexpr int samples = 3;
    for (int sample = 0; sample < samples; ++sample) {
      draws[0].values.push_back(chance.between(0.5, 1.0));
      draws[1].values.push_back(network.mean * chance.between(0.8, 1.2));
      draws[2].values.push_back(chance.between(0.0, 0.8));
    }
    simulate_samples(
        Plan(system), system, draws, samples,
        [&](int sample, const Run& run) {
          System alone = system;
          for (const Draw& draw : draws)
            alone =
                alone.replace(draw.parameter, {}, draw.values[static_cast<std::size_t>(sample)]);
          const auto in_lanes = all_of(run), single = all_of(simulate(alone));
          for (std::size_t i = 0; i < single.size(); ++i)
            CHECK(in_lanes[i].second.values == single[i].second.values);
        },
        [](int, const ModelFaults& faults) { FAIL(std::string(faults.what())); });
  }
}
