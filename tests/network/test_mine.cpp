#include <doctest/doctest.h>

#include "critflow/network/market.hpp"
#include "critflow/network/mine.hpp"
#include "critflow/network/source.hpp"
#include "network/by_hand.hpp"

using namespace critflow;

namespace {

/// A mine of copper with cobalt and ore, a market of copper, and a user of 90 t.
Drawing copper_mine(const Mine& kind) {
  Drawing drawing({{.name = "copper", .unit = "t", .material = true},
                   {.name = "cobalt", .unit = "t", .material = true},
                   {.name = "ore", .unit = "t"}});
  return drawing.process("mine", kind)
      .process("market", Market{.offers = {"mine"}}, {}, {"copper"})
      .process("user", Outside{}, {}, {"copper"})
      .process("heap", Outside{})
      .flow({.from = "mine", .to = "market", .rule = FlowRule::request})
      .flow({.from = "mine", .to = "heap", .rule = FlowRule::rest})
      .flow({.from = "market", .to = "user", .rule = FlowRule::request, .factors = {"90"}});
}

const Mine all_of_it{.yield = "0.9",
                     .capacity = "70",
                     .ramp_up = "3",
                     .reserve = "1000",
                     .joint = {{"cobalt", "copper", "0.06"}},
                     .ore = {"ore", "copper", "0.01", "0.5"}};

double in_layer(const Network& network, const ByHand& hand, std::size_t flow, std::size_t layer) {
  return hand.value(network.flows[flow].edges[layer]);
}

}  // namespace

TEST_CASE("a mine takes what it delivers, and what it loses, from its deposit") {
  const Network network = copper_mine(all_of_it).network();
  const ByHand hand(network, {{"mine copper most it can give", 45.0}});
  CHECK(hand.flow("mine", "market") == 45.0);
  CHECK(hand.flow("deposit", "mine") == doctest::Approx(50.0));
  CHECK(hand.flow("shortage", "market") == 45.0);
  CHECK(network.flows.front().role == "mined");
  CHECK(network.flows.front().layers == std::vector<int>{0});
}

TEST_CASE("by-products and ore follow what is delivered, and no request") {
  const Network network = copper_mine(all_of_it).network();
  const ByHand hand(network,
                    {{"mine copper most it can give", 45.0}, {"mine more ore moved", 1.25}});
  CHECK(in_layer(network, hand, 2, 0) == doctest::Approx(5.0));
  CHECK(in_layer(network, hand, 2, 1) == doctest::Approx(45.0 * 0.06));
  CHECK(in_layer(network, hand, 2, 2) == doctest::Approx(45.0 / 0.9 / 0.01 * 1.25));
}

TEST_CASE("a mine without limits gives what it is asked, has no stock and remembers nothing") {
  Drawing drawing = copper_mine({});
  drawing.description.processes.front().layers = {"copper"};
  const Network network = drawing.network();
  CHECK(ByHand(network, {}).flow("mine", "market") == 90.0);
  CHECK(network.stocks.empty());
  CHECK(network.rememberers.empty());
}

TEST_CASE("a flow into a mine is a fault, since it takes from its own deposit") {
  CHECK(copper_mine(all_of_it)
            .process("ground", Outside{}, {}, {"copper"})
            .flow({.from = "ground", .to = "mine", .rule = FlowRule::request})
            .faults()
            .front() ==
        "flow ground -> mine: takes from its own stock, but 'ground' leads into it too: mine, must "
        "have no flow into it");
}

TEST_CASE("ore grade cannot decline as a reserve is used up that is not given") {
  Mine mine = all_of_it;
  mine.reserve.clear();
  CHECK(copper_mine(mine).faults().front() ==
        "process.mine.ore.decline: declines without a reserve: 0.5, must stand with reserve");
}

TEST_CASE("a by-product of itself has no host") {
  Mine mine = all_of_it;
  mine.joint = {{"cobalt", "cobalt", "0.06"}};
  CHECK(copper_mine(mine).faults().front() ==
        "process.mine.joint: by-product without host: cobalt, must come with another layer");
}
