#include <doctest/doctest.h>

#include <string>

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

/// Two markets; slag of the mine of each is re-treated for the other.
System slag_for_each_other(Chance& chance, double least_yield, double most_yield) {
  SystemBuilder builder("slag");
  builder.layer({.name = "metal", .unit = "t", .material = true})
      .process("outside", Outside{})
      .process("users", Outside{});
  for (const std::string market : {"A", "B"}) {
    const std::string other = market == "A" ? "B" : "A";
    const auto drawn = [&](double low, double high) { return shown(chance.between(low, high)); };
    builder.process(market, Market{.offers = {"slag of " + other, "mine of " + market}})
        .process("mine of " + market, Production{.yield = drawn(least_yield, most_yield)})
        .process("slag of " + market, Treatment{})
        .flow({.from = "outside", .to = "mine of " + market, .rule = FlowRule::request})
        .flow({.from = "mine of " + market, .to = market, .rule = FlowRule::request})
        .flow({.from = "mine of " + market, .to = "slag of " + market, .rule = FlowRule::rest})
        .flow({.from = "slag of " + market, .to = other})
        .flow({.from = market, .to = "outside", .rule = FlowRule::surplus})
        .flow({.from = market,
               .to = "users",
               .rule = FlowRule::request,
               .factors = {drawn(1.0, 100.0)}});
  }
  return builder.build();
}

int refused(double least_yield, double most_yield) {
  Chance chance(5);
  int count = 0;
  for (int draw = 0; draw < 200; ++draw) {
    const System system = slag_for_each_other(chance, least_yield, most_yield);
    try {
      const Run run = simulate(system);
      CHECK(run.uniqueness().weakest != Certificate::none);
    } catch (const ModelFaults&) {
      ++count;
    }
  }
  return count;
}

/// Two markets that sell each other this share of what nobody there claims.
System surplus_for_each_other(const std::string& sold, const std::string& lost) {
  SystemBuilder builder("surplus");
  builder.layer({.name = "metal", .unit = "t", .material = true})
      .process("users", Outside{})
      .process("outside", Outside{});
  for (const std::string market : {"A", "B"}) {
    const std::string other = market == "A" ? "B" : "A";
    builder.process(market, Market{.offers = {other, "scrap of " + market}})
        .process("scrap of " + market, Source{.amount = "10"})
        .flow({.from = "scrap of " + market, .to = market})
        .flow({.from = market, .to = other, .rule = FlowRule::surplus, .factors = {sold}})
        .flow({.from = market, .to = "outside", .rule = FlowRule::surplus, .factors = {lost}})
        .flow({.from = market, .to = "users", .rule = FlowRule::request, .factors = {"6"}});
  }
  return builder.build();
}

/// A plant whose residue comes back before its gate; what the gate holds back goes to `rest`.
SystemBuilder gate_in_a_loop(const std::string& rest) {
  return SystemBuilder("gate in a loop")
      .layer({.name = "metal", .unit = "t"})
      .process("waste", Source{.amount = "10"})
      .process("entry", Treatment{})
      .process("gate", Gate{.capacity = "4", .lead = "metal"})
      .process("plant", Treatment{})
      .process("end", Outside{})
      .flow({.from = "waste", .to = "entry"})
      .flow({.from = "entry", .to = "gate"})
      .flow({.from = "gate", .to = "plant", .rule = FlowRule::done})
      .flow({.from = "gate", .to = rest, .rule = FlowRule::rest})
      .flow({.from = "plant", .to = "end", .factors = {"0.5"}})
      .flow({.from = "plant", .to = "entry", .rule = FlowRule::rest});
}

}  // namespace

TEST_CASE("where less than a tonne comes back elsewhere per tonne delivered, one year balances") {
  CHECK(refused(0.501, 1.0) == 0);
}

TEST_CASE("where more comes back elsewhere than is delivered, years are refused") {
  CHECK(refused(0.1, 0.3) > 100);
}

TEST_CASE("surplus sold round a ring with a loss balances, and without one is refused") {
  const Run run = simulate(surplus_for_each_other("0.5", "0.5"));
  // Each pushes s = 10 + s / 2 - 6, and half of it is lost.
  CHECK(run.flow("A", "outside").values.front() == doctest::Approx(4.0));
  CHECK_THROWS_AS((void)simulate(surplus_for_each_other("1", "0")), ModelFaults);
}

TEST_CASE("a gate in a loop must let go whichever of its two parts holds all") {
  const Run run = simulate(gate_in_a_loop("end").build());
  CHECK(run.flow("gate", "plant").values.front() == 4.0);
  CHECK(run.flow("gate", "end").values.front() == doctest::Approx(8.0));
  CHECK_THROWS_WITH_AS(
      Plan(gate_in_a_loop("entry").build()),
      "loop: may trap material: entry metal > gate metal > gate.rest metal, must lose some of "
      "it: give one of them a flow out of the loop",
      ModelFaults);
}
