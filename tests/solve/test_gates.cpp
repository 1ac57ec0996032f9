#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "critflow/network/gate.hpp"
#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/series.hpp"

using namespace critflow;

namespace {

constexpr std::size_t years = 200;
const std::vector<std::string> layers{"mass", "lithium", "cobalt"};
const std::vector<std::string> regions{"north", "south"};

/// Waste of two regions, each with a plant; what a plant cannot take and what it leaves as residue
/// goes to the other region.
struct TwoRegions {
  std::array<std::array<std::vector<double>, 3>, 2> waste;  ///< [region][layer][year]
  std::array<std::vector<double>, 2> capacity;

  explicit TwoRegions(Chance& chance) {
    for (std::size_t r = 0; r < 2; ++r) {
      capacity[r] = drawn(chance, years, 120.0);
      waste[r][0] = drawn(chance, years, 100.0);
      for (std::size_t l = 1; l < 3; ++l)
        for (std::size_t y = 0; y < years; ++y)
          waste[r][l].push_back(waste[r][0][y] * chance.between(0.0, 0.1));
    }
  }

  [[nodiscard]] System system() const {
    SystemBuilder builder("two regions");
    builder.years(2000, 1999 + static_cast<int>(years)).dimension("region", regions);
    for (const std::string& layer : layers) builder.layer({.name = layer, .unit = "t"});
    for (std::size_t r = 0; r < 2; ++r) {
      builder.parameter("capacity", "t/a", place("region", regions[r]), table(2000, capacity[r]));
      builder.parameter("elsewhere", "1", {{{"region", regions[r]}, {"partner", regions[1 - r]}}},
                        1.0);
      builder.parameter("elsewhere", "1", {{{"region", regions[r]}, {"partner", regions[r]}}}, 0.0);
      for (std::size_t l = 0; l < 3; ++l)
        builder.parameter("waste", "t/a", {{{"region", regions[r]}, {"layer", layers[l]}}},
                          table(2000, waste[r][l]));
    }
    return builder.dimension("partner", regions)
        .process("waste", Source{.amount = "waste"}, {"region"})
        .process("gate", Gate{.capacity = "capacity", .lead = "mass"}, {"region"})
        .process("plant", Treatment{}, {"region"})
        .process("overflow", Treatment{}, {"region"})
        .process("landfill", Outside{})
        .process("products", Outside{})
        .flow({.from = "waste", .to = "gate"})
        .flow({.from = "gate", .to = "plant", .rule = FlowRule::done})
        .flow({.from = "gate", .to = "overflow", .rule = FlowRule::rest})
        .flow({.from = "overflow",
               .to = "gate",
               .factors = {"0.8"},
               .split = "elsewhere",
               .sum = {"region"},
               .as = {{"region", "partner"}}})
        .flow({.from = "overflow", .to = "landfill", .rule = FlowRule::rest})
        .flow({.from = "plant", .to = "products", .factors = {"0.9"}})
        .flow({.from = "plant",
               .to = "gate",
               .rule = FlowRule::rest,
               .split = "elsewhere",
               .sum = {"region"},
               .as = {{"region", "partner"}}})
        .build();
  }

  /// What the plants do in a year: [region][layer], by going round until nothing changes.
  [[nodiscard]] std::array<std::array<double, 3>, 2> by_hand(std::size_t year) const {
    std::array<std::array<double, 3>, 2> in{}, done{};
    for (int round = 0; round < 400; ++round) {
      for (std::size_t r = 0; r < 2; ++r)
        for (std::size_t l = 0; l < 3; ++l)
          in[r][l] =
              waste[r][l][year] + 0.8 * (in[1 - r][l] - done[1 - r][l]) + 0.1 * done[1 - r][l];
      for (std::size_t r = 0; r < 2; ++r)
        for (std::size_t l = 0; l < 3; ++l)
          done[r][l] = in[r][l] * std::min(1.0, capacity[r][year] / in[r][0]);
    }
    return done;
  }
};

}  // namespace

TEST_CASE("gates in a loop pass what going round by hand gives, in every layer") {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    Chance chance(seed);
    const TwoRegions drawn_regions(chance);
    const Run run = simulate(drawn_regions.system());
    const std::vector<double> done = run.flow("gate", "plant").values;
    double worst = 0.0;
    for (std::size_t year = 0; year < years; ++year) {
      const auto hand = drawn_regions.by_hand(year);
      for (std::size_t r = 0; r < 2; ++r)
        for (std::size_t l = 0; l < 3; ++l)
          worst = std::max(worst, std::abs(done[(year * 2 + r) * 3 + l] - hand[r][l]));
    }
    CHECK(worst <= 1e-11);
    CHECK(run.balance().worst <= 1e-13);
    CHECK(run.uniqueness().blocks == 1);
  }
}

TEST_CASE("no part of a gate in a loop is ever negative, nor above its capacity") {
  Chance chance(4);
  const TwoRegions drawn_regions(chance);
  const Run run = simulate(drawn_regions.system());
  const auto done = run.flow("gate", "plant"), rest = run.flow("gate", "overflow");
  CHECK(*std::min_element(done.values.begin(), done.values.end()) >= 0.0);
  CHECK(*std::min_element(rest.values.begin(), rest.values.end()) >= 0.0);
  for (std::size_t year = 0; year < years; ++year)
    for (std::size_t r = 0; r < 2; ++r)
      CHECK(done.values[(year * 2 + r) * 3] <= drawn_regions.capacity[r][year]);
}

TEST_CASE("a gate that nothing reaches passes nothing") {
  const Run run = simulate(SystemBuilder("idle")
                               .layer({.name = "mass", .unit = "t"})
                               .layer({.name = "cobalt", .unit = "t"})
                               .process("waste", Source{.amount = "0"})
                               .process("gate", Gate{.capacity = "5", .lead = "mass"})
                               .process("end", Outside{})
                               .process("other end", Outside{})
                               .flow({.from = "waste", .to = "gate"})
                               .flow({.from = "gate", .to = "end", .rule = FlowRule::done})
                               .flow({.from = "gate", .to = "other end", .rule = FlowRule::rest})
                               .build());
  CHECK(run.flow("gate", "end").values == std::vector<double>{0.0, 0.0});
  CHECK(run.flow("gate", "other end").values == std::vector<double>{0.0, 0.0});
}

namespace {

/// What a gate, measured in cobalt, lets through of copper decides how much copper is mined, and
/// with it how much cobalt comes to the gate.
SystemBuilder gate_that_decides_itself() {
  return SystemBuilder("circle")
      .layer({.name = "copper", .unit = "t"})
      .layer({.name = "cobalt", .unit = "t"})
      .process("ore", Outside{})
      .process("end", Outside{})
      .process("user", Outside{}, {}, {"copper"})
      .process("mine", Production{.joint = {{"cobalt", "copper", "0.1"}}})
      .process("scrap", Source{.amount = "20"}, {})
      .process("gate", Gate{.capacity = "10", .lead = "cobalt"})
      .process("plant", Treatment{})
      .process("market", Market{.offers = {"plant", "mine"}}, {}, {"copper"})
      .flow({.from = "ore", .to = "mine", .rule = FlowRule::request})
      .flow({.from = "mine", .to = "market", .rule = FlowRule::request})
      .flow({.from = "mine", .to = "gate", .rule = FlowRule::rest})
      .flow({.from = "scrap", .to = "gate"})
      .flow({.from = "gate", .to = "plant", .rule = FlowRule::done})
      .flow({.from = "gate", .to = "end", .rule = FlowRule::rest})
      .flow({.from = "plant", .to = "market", .factors = {"0.9"}})
      .flow({.from = "plant", .to = "end", .rule = FlowRule::rest})
      .flow({.from = "market", .to = "user", .rule = FlowRule::request, .factors = {"100"}})
      .flow({.from = "market", .to = "end", .rule = FlowRule::surplus});
}

}  // namespace

TEST_CASE("a ratio used inside the loop that decides it is refused, with the ways out") {
  CHECK_THROWS_WITH_AS(
      Plan(gate_that_decides_itself().build()),
      "loop mine copper > mine cobalt > gate cobalt > passed by gate cobalt > gate copper > "
      "gate.done copper > plant copper > mine at market copper: a ratio of 'passed by gate cobalt' "
      "is used inside the loop that decides it: gate.done copper, must share by rank or by fixed "
      "shares, cut each stream before it is mixed, or use last year's ratio",
      ModelFaults);
}
