#include <doctest/doctest.h>

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
