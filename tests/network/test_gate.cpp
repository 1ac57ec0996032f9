#include <doctest/doctest.h>

#include "critflow/network/gate.hpp"
#include "critflow/network/source.hpp"
#include "network/by_hand.hpp"

using namespace critflow;

namespace {

Drawing plant(const std::string& lead) {
  Drawing drawing({{.name = "mass", .unit = "t"}, {.name = "cobalt", .unit = "t"}});
  return drawing.parameter("waste", {{"layer", {"mass", "cobalt"}}})
      .parameter("capacity", {}, true)
      .process("waste", Source{.amount = "waste"})
      .process("gate", Gate{.capacity = "capacity", .lead = lead})
      .process("plant", Outside{})
      .process("abroad", Outside{})
      .flow({.from = "waste", .to = "gate"})
      .flow({.from = "gate", .to = "plant", .rule = FlowRule::done})
      .flow({.from = "gate", .to = "abroad", .rule = FlowRule::rest});
}

}  // namespace

TEST_CASE("a gate passes its capacity and cuts every other layer by the same share") {
  const Network network = plant("mass").network();
  const ByHand hand(network, {{"waste[mass]", 80.0}, {"waste[cobalt]", 4.0}, {"capacity", 60.0}});
  CHECK(hand.value(network.flows[1].edges[0]) == 60.0);
  CHECK(hand.value(network.flows[1].edges[1]) == doctest::Approx(3.0));
  CHECK(hand.value(network.flows[2].edges[0]) == 20.0);
  CHECK(hand.value(network.flows[2].edges[1]) == doctest::Approx(1.0));
}

TEST_CASE("a gate with room to spare passes everything") {
  const Network network = plant("mass").network();
  const ByHand hand(network, {{"waste[mass]", 50.0}, {"waste[cobalt]", 4.0}, {"capacity", 60.0}});
  CHECK(hand.flow("gate", "plant") == 54.0);
  CHECK(hand.flow("gate", "abroad") == 0.0);
}

TEST_CASE("a gate whose lead layer the process does not have is a fault") {
  CHECK(plant("mas").faults().front() ==
        "process.gate.lead: unknown layer: mas, must be a layer of the process; did you mean "
        "'mass'?");
}

TEST_CASE("only a gate has a flow that is done") {
  Drawing drawing;
  CHECK(drawing.process("waste", Source{.amount = "1"})
            .process("end", Outside{})
            .flow({.from = "waste", .to = "end", .rule = FlowRule::done})
            .faults()
            .front() ==
        "flow waste -> end: has no capacity: waste, must be a gate or waiting to have a flow that "
        "is done");
}
