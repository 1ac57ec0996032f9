#include <doctest/doctest.h>

#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "network/by_hand.hpp"

using namespace critflow;

TEST_CASE("a source pushes its amount, layer by layer") {
  Drawing drawing({{.name = "mass", .unit = "t"}, {.name = "cobalt", .unit = "t"}});
  const Network network = drawing.parameter("amount", {{"layer", {"mass", "cobalt"}}})
                              .process("waste", Source{.amount = "amount"})
                              .process("end", Outside{})
                              .flow({.from = "waste", .to = "end"})
                              .network();
  const ByHand hand(network, {{"amount[mass]", 7.0}, {"amount[cobalt]", 0.5}});
  CHECK(hand.value(network.flows[0].edges[0]) == 7.0);
  CHECK(hand.value(network.flows[0].edges[1]) == 0.5);
}

TEST_CASE("outside takes what comes and pushes nothing") {
  Drawing drawing;
  CHECK(drawing.process("world", Outside{})
            .process("sorting", Treatment{})
            .process("end", Outside{})
            .flow({.from = "world", .to = "sorting"})
            .flow({.from = "sorting", .to = "end"})
            .faults()
            .front() ==
        "flow world -> sorting: is outside and pushes nothing: world, must be "
        "asked, or be a source");
}
