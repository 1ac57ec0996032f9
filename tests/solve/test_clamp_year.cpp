#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "critflow/network/gate.hpp"
#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/clamp_year.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/random_network.hpp"
#include "solve/series.hpp"

using namespace critflow;

namespace {

/// Scrap of 4 to 16 t/a before a plant of 10 t/a, then a mine of 5 t/a, for users of 12 t/a.
System mine_behind_scrap() {
  return SystemBuilder("mine behind scrap")
      .years(2020, 2023)
      .layer({.name = "copper", .unit = "t", .material = true})
      .dimension("region", {"NL"})
      .parameter("scrap", "t/a", table(2020, {4.0, 9.0, 10.0, 16.0}))
      .parameter("users", "t/a", table(2020, {12.0, 12.0, 10.0, 9.0}))
      .process("scrap", Source{.amount = "scrap"}, {"region"})
      .process("gate", Gate{.capacity = "10", .lead = "copper"}, {"region"})
      .process("plant", Treatment{})
      .process("ore", Outside{})
      .process("mine", Production{})
      .process("market", Market{.offers = {"plant", "mine"}, .claims = {{"users"}}})
      .process("users", Outside{})
      .process("abroad", Outside{})
      .flow({.from = "scrap", .to = "gate"})
      .flow({.from = "gate", .to = "plant", .rule = FlowRule::done, .sum = {"region"}})
      .flow({.from = "gate", .to = "abroad", .rule = FlowRule::rest})
      .flow({.from = "plant", .to = "market"})
      .flow({.from = "ore", .to = "mine", .rule = FlowRule::request})
      .flow({.from = "mine", .to = "market", .rule = FlowRule::request, .capacity = "5"})
      .flow({.from = "market", .to = "users", .rule = FlowRule::request, .factors = {"users"}})
      .flow({.from = "market", .to = "abroad", .rule = FlowRule::surplus})
      .build();
}

std::vector<ClampYear> of(const Run& run, const std::string& name) {
  std::vector<ClampYear> found = run.clamps();
  std::erase_if(found, [&](const ClampYear& one) { return one.name != name; });
  return found;
}

std::vector<ClampState> states(const std::vector<ClampYear>& years) {
  std::vector<ClampState> all;
  for (const ClampYear& one : years) all.push_back(one.state);
  return all;
}

std::vector<double> numbers(const std::vector<ClampYear>& years, double ClampYear::*which) {
  std::vector<double> all;
  for (const ClampYear& one : years) all.push_back(one.*which);
  return all;
}

constexpr ClampState is_free = ClampState::free, low = ClampState::at_low,
                     high = ClampState::at_high;
using States = std::vector<ClampState>;
using Numbers = std::vector<double>;

}  // namespace

TEST_CASE("a run says when a capacity holds, by how much, and what room it has else") {
  const auto capacity = of(simulate(mine_behind_scrap()), "capacity");
  CHECK(states(capacity) == States{is_free, is_free, high, high});
  CHECK(numbers(capacity, &ClampYear::bound) == Numbers{10.0, 10.0, 10.0, 10.0});
  CHECK(numbers(capacity, &ClampYear::distance) == Numbers{6.0, 1.0, 0.0, 6.0});
  CHECK(capacity.front().process == "gate");
  CHECK(capacity.front().place.item("region") == "NL");
  CHECK(capacity.front().layer == "copper");
  CHECK(capacity.front().unit == "t/a");
  CHECK(capacity.back().year == 2023);
}

TEST_CASE("a run says what an offer gives, who is short, and what is left over") {
  const Run run = simulate(mine_behind_scrap());
  const auto offer = of(run, "offer to market");
  CHECK(offer.front().process == "mine");
  CHECK(states(offer) == States{high, is_free, low, low});
  CHECK(numbers(offer, &ClampYear::value) == Numbers{5.0, 3.0, 0.0, 0.0});
  CHECK(numbers(offer, &ClampYear::distance) == Numbers{0.0, 2.0, 0.0, 1.0});
  const auto shortage = of(run, "shortage of users");
  CHECK(states(shortage) == States{is_free, low, low, low});
  CHECK(numbers(shortage, &ClampYear::value) == Numbers{3.0, 0.0, 0.0, 0.0});
  CHECK(numbers(shortage, &ClampYear::distance) == Numbers{3.0, 2.0, 5.0, 6.0});
  const auto surplus = of(run, "surplus of plant");
  CHECK(states(surplus) == States{low, low, low, is_free});
  CHECK(numbers(surplus, &ClampYear::value) == Numbers{0.0, 0.0, 0.0, 1.0});
}

TEST_CASE("what clamps give in random networks is what flows") {
  int binding = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const Run run = simulate(RandomNetwork(seed).build());
    const auto flows = run.flow("refining", "market").values;
    auto offers = of(run, "offer to market");
    std::erase_if(offers, [](const ClampYear& one) { return one.process != "refining"; });
    REQUIRE(offers.size() == flows.size());
    for (std::size_t i = 0; i < flows.size(); ++i) CHECK(offers[i].value == flows[i]);
    for (const ClampYear& one : run.clamps()) {
      CHECK(one.distance >= (one.state == is_free ? 1e-300 : 0.0));
      CHECK((one.state == is_free || one.value == doctest::Approx(one.bound)));
      binding += one.state == high ? 1 : 0;
    }
  }
  CHECK(binding > 100);
}
