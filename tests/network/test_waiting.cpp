#include <doctest/doctest.h>

#include "critflow/network/source.hpp"
#include "critflow/network/waiting.hpp"
#include "network/by_hand.hpp"

using namespace critflow;

namespace {

Drawing plant(const std::string& lead) {
  Drawing drawing({{.name = "mass", .unit = "t"}, {.name = "cobalt", .unit = "t"}});
  return drawing.parameter("waste", {{"layer", {"mass", "cobalt"}}})
      .process("waste", Source{.amount = "waste"})
      .process("queue", Waiting{.capacity = "60", .longest_wait = "3", .lead = lead})
      .process("plant", Outside{})
      .process("abroad", Outside{})
      .flow({.from = "waste", .to = "queue"})
      .flow({.from = "queue", .to = "plant", .rule = FlowRule::done})
      .flow({.from = "queue", .to = "abroad", .rule = FlowRule::rest});
}

}  // namespace

TEST_CASE("waste that waits holds what it brought of every layer") {
  const Network network = plant("mass").network();
  REQUIRE(network.stocks.size() == 1);
  CHECK(network.stocks[0].vertices.size() == 2);
  CHECK(network.rememberers.size() == 1);
}

TEST_CASE("a queue whose lead layer the process does not have is a fault") {
  CHECK(plant("mas").faults().front() ==
        "process.queue.lead: unknown layer: mas, must be a layer of the process; did you mean "
        "'mass'?");
}
