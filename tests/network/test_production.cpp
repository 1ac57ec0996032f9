#include <doctest/doctest.h>

#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "network/by_hand.hpp"

using namespace critflow;

namespace {

Drawing mine(const Production& kind) {
  Drawing drawing({{.name = "copper", .unit = "t", .material = true},
                   {.name = "cobalt", .unit = "t", .material = true}});
  return drawing.process("ore", Outside{})
      .process("mine", kind)
      .process("user", Outside{}, {}, {"copper"})
      .process("tailings", Outside{})
      .flow({.from = "ore", .to = "mine", .rule = FlowRule::request})
      .flow({.from = "mine", .to = "user", .rule = FlowRule::request, .factors = {"90"}})
      .flow({.from = "mine", .to = "tailings", .rule = FlowRule::rest});
}

/// A maker of two metals, who is asked for ten units with a content of each.
Drawing maker_of_two_metals() {
  const Dimensions by_metal{{"material", {"copper", "cobalt"}}};
  Drawing drawing({{.name = "copper", .unit = "t", .material = true},
                   {.name = "cobalt", .unit = "t", .material = true}});
  return drawing.parameter("content", by_metal)
      .parameter("capacity", by_metal)
      .process("ore", Outside{})
      .process("mine", Production{})
      .process("metal", Market{.offers = {"mine"}})
      .process("maker", Production{.shortage = Production::Shortage::deliver_less})
      .process("user", Outside{})
      .flow({.from = "ore", .to = "mine", .rule = FlowRule::request})
      .flow({.from = "mine", .to = "metal", .rule = FlowRule::request, .capacity = "capacity"})
      .flow({.from = "metal", .to = "maker", .rule = FlowRule::request})
      .flow(
          {.from = "maker", .to = "user", .rule = FlowRule::request, .factors = {"10", "content"}});
}

}  // namespace

TEST_CASE("a production asks what it delivers divided by its yield, and what is left goes out") {
  Drawing drawing = mine({.yield = "0.9"});
  drawing.description.processes[1].layers = {"copper"};
  const Network network = drawing.network();
  const ByHand hand(network, {});
  CHECK(hand.flow("ore", "mine") == doctest::Approx(100.0));
  CHECK(hand.flow("mine", "tailings") == doctest::Approx(10.0));
}

TEST_CASE("a joint product follows the output of its host and is passed on") {
  const Network network = mine({.joint = {{"cobalt", "copper", "0.1"}}}).network();
  const ByHand hand(network, {});
  const ExpandedFlow& rest = network.flows[2];
  CHECK(hand.value(rest.edges[0]) == 0.0);
  CHECK(hand.value(rest.edges[1]) == doctest::Approx(9.0));
}

TEST_CASE("a joint product of a layer that is not there is a fault") {
  CHECK(mine({.joint = {{"cobalt", "coper", "0.1"}}}).faults().front() ==
        "process.mine.joint: unknown layer: coper, must be a layer of the process; did you mean "
        "'copper'?");
}

TEST_CASE("a production that delivers less gives of every layer what its scarcest input allows") {
  const Network network = maker_of_two_metals().network();
  std::map<std::string, double> values{{"content[copper]", 2.0},
                                       {"content[cobalt]", 1.0},
                                       {"capacity[copper]", 15.0},
                                       {"capacity[cobalt]", 4.0}};
  const ByHand short_of_cobalt(network, values);
  CHECK(short_of_cobalt.value(network.flows[3].edges[0]) == doctest::Approx(8.0));
  CHECK(short_of_cobalt.value(network.flows[3].edges[1]) == doctest::Approx(4.0));
  CHECK(short_of_cobalt.flow("mine", "metal") == doctest::Approx(12.0));
  values["content[cobalt]"] = 0.0;
  const ByHand short_of_copper(network, values);
  CHECK(short_of_copper.value(network.flows[3].edges[0]) == doctest::Approx(15.0));
  values["capacity[copper]"] = 20.0;
  CHECK(ByHand(network, values).flow("maker", "user") == doctest::Approx(20.0));
}

TEST_CASE("a production that delivers less and that another asks is a fault that says how else") {
  Drawing drawing = maker_of_two_metals();
  drawing.process("shop", Production{}).process("buyer", Outside{});
  drawing.flow({.from = "maker", .to = "shop", .rule = FlowRule::request})
      .flow({.from = "shop", .to = "buyer", .rule = FlowRule::request, .factors = {"1"}});
  CHECK(drawing.faults().front() ==
        "flow maker -> shop: cannot ask 'maker', which may deliver less: shop, must be a stock "
        "with a driver or outside; else let 'maker' bring in what it is short of, and rank the "
        "claims at its market");
}

TEST_CASE("a production that delivers less though its market has no end is a fault") {
  Drawing drawing = maker_of_two_metals();
  drawing.description.flows[1].capacity.clear();
  CHECK(drawing.faults() ==
        std::vector<std::string>{"process.maker.shortage: no input can be short: deliver_less, "
                                 "must ask a market whose offers have an end"});
}
