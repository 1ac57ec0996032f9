#include <doctest/doctest.h>

#include <algorithm>

#include "critflow/network/flow_description.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "network/by_hand.hpp"

using namespace critflow;

TEST_CASE("a flow is named by its ends") {
  CHECK(FlowDescription{.from = "use", .to = "waste"}.name() == "use -> waste");
}

TEST_CASE("the words for roles hold those that indicators need") {
  for (const char* role : {"placed", "collected", "recovered", "primary", "shortage", "lost"})
    CHECK(std::count(flow_roles().begin(), flow_roles().end(), role) == 1);
}

TEST_CASE("a share is the product of its factors, and the rest what all shares leave") {
  const Network network =
      Drawing()
          .parameter("rate")
          .process("waste", Source{.amount = "100"})
          .process("collection", Treatment{})
          .process("recycling", Outside{})
          .process("landfill", Outside{})
          .flow({.from = "waste", .to = "collection"})
          .flow({.from = "collection", .to = "recycling", .factors = {"rate", "0.5"}})
          .flow({.from = "collection", .to = "landfill", .rule = FlowRule::rest})
          .network();
  const ByHand hand(network, {{"rate", 0.8}});
  CHECK(hand.flow("collection", "recycling") == doctest::Approx(40.0));
  CHECK(hand.flow("collection", "landfill") == doctest::Approx(60.0));
}

TEST_CASE("a dimension under a second name leads from region to region") {
  Drawing drawing;
  const Dimension region{"region", {"NL", "BE"}}, partner{"partner", {"NL", "BE"}};
  const Network network = drawing.dimension(region)
                              .parameter("amount", {region})
                              .parameter("destination", {region, partner})
                              .process("collection", Source{.amount = "amount"}, {"region"})
                              .process("recycling", Treatment{}, {"region"})
                              .process("end", Outside{}, {"region"})
                              .flow({.from = "collection",
                                     .to = "recycling",
                                     .split = "destination",
                                     .sum = {"region"},
                                     .as = {{"region", "partner"}}})
                              .flow({.from = "recycling", .to = "end"})
                              .network();
  const ByHand hand(network, {{"amount[NL]", 100.0},
                              {"amount[BE]", 10.0},
                              {"destination[NL,NL]", 0.3},
                              {"destination[NL,BE]", 0.7},
                              {"destination[BE,NL]", 1.0}});
  CHECK(hand.value(network.flows[1].edges[0]) == doctest::Approx(0.3 * 100.0 + 10.0));
  CHECK(hand.value(network.flows[1].edges[1]) == doctest::Approx(0.7 * 100.0));
}

TEST_CASE("shares of a process are checked to sum to one, and with a rest to at most one") {
  Drawing drawing;
  drawing.parameter("rate")
      .process("waste", Source{.amount = "100"})
      .process("collection", Treatment{})
      .process("end", Outside{})
      .flow({.from = "waste", .to = "collection"})
      .flow({.from = "collection", .to = "end", .factors = {"rate"}});
  Drawing with_rest = drawing;
  with_rest.process("losses", Outside{})
      .flow({.from = "collection", .to = "losses", .rule = FlowRule::rest});
  const auto sum_check = [](const Network& network) {
    return std::find_if(
               network.checks.begin(), network.checks.end(),
               [](const Check& one) { return one.fault.where == "process collection metal"; })
        ->low;
  };
  CHECK(sum_check(drawing.network()) == doctest::Approx(1.0));
  CHECK(sum_check(with_rest.network()) == 0.0);
}
