#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "critflow/network/market.hpp"
#include "critflow/network/network.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "network/by_hand.hpp"

using namespace critflow;

namespace {

using Faults = std::vector<std::string>;

Drawing waste_to_recycling() {
  return Drawing()
      .process("waste", Source{.amount = "100"})
      .process("recycling", Treatment{})
      .process("end", Outside{})
      .flow({.from = "waste", .to = "recycling"})
      .flow({.from = "recycling", .to = "end"});
}

}  // namespace

TEST_CASE("a drawing becomes one vertex per place and layer, and one edge per flow and those") {
  const Network network = Drawing({{.name = "mass", .unit = "t"}, {.name = "cobalt", .unit = "t"}})
                              .dimension({"region", {"NL", "BE"}})
                              .process("waste", Source{.amount = "1"}, {"region"})
                              .process("end", Outside{})
                              .flow({.from = "waste", .to = "end", .sum = {"region"}})
                              .network();
  std::vector<std::string> names;
  for (const int edge : network.flows.front().edges) names.push_back(network.edge_name(edge));
  CHECK(names == Faults{"waste[NL] mass -> end mass", "waste[NL] cobalt -> end cobalt",
                        "waste[BE] mass -> end mass", "waste[BE] cobalt -> end cobalt"});
}

TEST_CASE("every flow of the drawing has the owner that its rule gives it") {
  const Network network =
      Drawing()
          .process("ore", Outside{})
          .process("mine", Production{.yield = "0.8"})
          .process("user", Outside{})
          .process("tailings", Outside{})
          .flow({.from = "ore", .to = "mine", .rule = FlowRule::request})
          .flow({.from = "mine", .to = "user", .rule = FlowRule::request, .factors = {"10"}})
          .flow({.from = "mine", .to = "tailings", .rule = FlowRule::rest})
          .network();
  const auto owner = [&](std::size_t flow) {
    const Edge& edge = network.edges[static_cast<std::size_t>(network.flows[flow].edges.front())];
    return network.vertices[static_cast<std::size_t>(edge.owner)].name;
  };
  CHECK(owner(0) == "mine metal");
  CHECK(owner(1) == "user metal");
  CHECK(owner(2) == "mine metal");
}

TEST_CASE("a process that nothing drives, or that leads nowhere, is a fault") {
  CHECK(Drawing()
            .process("sorting", Treatment{})
            .process("end", Outside{})
            .flow({.from = "sorting", .to = "end"})
            .faults() == Faults{"process.sorting: nothing drives it: sorting metal, must have a "
                                "flow into it"});
  CHECK(Drawing()
            .process("waste", Source{.amount = "1"})
            .process("sorting", Treatment{})
            .flow({.from = "waste", .to = "sorting"})
            .faults() == Faults{"process.sorting: leads nowhere: sorting metal, must have a flow "
                                "out of it, or not have this layer"});
}

TEST_CASE("a production that nobody asks, or that asks nobody, is a fault") {
  CHECK(Drawing()
            .process("ore", Outside{})
            .process("mine", Production{})
            .flow({.from = "ore", .to = "mine", .rule = FlowRule::request})
            .faults() == Faults{"process.mine: nobody asks it: mine metal, must have a flow that "
                                "asks it, or not have this layer"});
  CHECK(Drawing()
            .process("mine", Production{})
            .process("user", Outside{})
            .flow({.from = "mine", .to = "user", .rule = FlowRule::request, .factors = {"10"}})
            .faults() == Faults{"process.mine: asks nobody: mine metal, must ask for its input: "
                                "give it a flow in with request = true"});
}

TEST_CASE("who pushes into a production, or asks a treatment, is told to put a market between") {
  const Faults pushed = waste_to_recycling()
                            .process("factory", Production{})
                            .flow({.from = "recycling", .to = "factory"})
                            .faults();
  CHECK(pushed.front() ==
        "flow recycling -> factory: answers requests, but 'recycling' pushes into it: factory, "
        "must be asked: put a market between them");
  const Faults asked = waste_to_recycling()
                           .process("factory", Production{})
                           .flow({.from = "recycling", .to = "factory", .rule = FlowRule::request})
                           .faults();
  CHECK(asked.front() ==
        "flow recycling -> factory: passes on what it gets, but is asked for more by 'factory': "
        "recycling, must not be asked: put a market between them");
}

TEST_CASE("a dimension that would be summed is a fault until it is said") {
  Drawing drawing;
  drawing.dimension({"chemistry", {"NMC", "LFP"}})
      .process("waste", Source{.amount = "1"}, {"chemistry"})
      .process("sorting", Treatment{})
      .process("end", Outside{})
      .flow({.from = "sorting", .to = "end"});
  Drawing said = drawing;
  CHECK(drawing.flow({.from = "waste", .to = "sorting"}).faults() ==
        Faults{"flow waste -> sorting: would be summed: chemistry, must say sum = "
               "[\"chemistry\"]"});
  CHECK(said.flow({.from = "waste", .to = "sorting", .sum = {"chemistry"}}).faults().empty());
}

TEST_CASE("a dimension that only the other end has needs a share or split over it") {
  Drawing drawing;
  drawing.dimension({"region", {"NL", "BE"}})
      .parameter("destination", {{"region", {"NL", "BE"}}})
      .process("waste", Source{.amount = "1"})
      .process("sorting", Treatment{}, {"region"})
      .process("end", Outside{})
      .flow({.from = "sorting", .to = "end", .sum = {"region"}});
  Drawing split = drawing;
  CHECK(drawing.flow({.from = "waste", .to = "sorting"}).faults() ==
        Faults{"flow waste -> sorting: is only on the other end: region, must have a share or "
               "split that varies over it"});
  CHECK(split.flow({.from = "waste", .to = "sorting", .split = "destination"}).faults().empty());
}

TEST_CASE("unknown names come with the nearest known one") {
  CHECK(waste_to_recycling().flow({.from = "recycling", .to = "edn"}).faults() ==
        Faults{"flow recycling -> edn: unknown process: edn, must be a process of the system; did "
               "you mean 'end'?"});
  CHECK(waste_to_recycling()
            .parameter("yield")
            .flow({.from = "recycling", .to = "end", .factors = {"yeild"}})
            .faults() ==
        Faults{"flow recycling -> end: unknown parameter: yeild, must be a parameter of the "
               "system; did you mean 'yield'?"});
}

TEST_CASE("a parameter that varies over what is not there is a fault") {
  CHECK(waste_to_recycling()
            .dimension({"region", {"NL"}})
            .parameter("yield", {{"region", {"NL"}}})
            .flow({.from = "recycling", .to = "end", .factors = {"yield"}})
            .faults() ==
        Faults{"flow recycling -> end: parameter 'yield' varies over: region, must vary only over "
               "dimensions that are there"});
}

TEST_CASE("faults are found all at once") {
  const Faults faults = waste_to_recycling()
                            .process("sorting", Treatment{})
                            .flow({.from = "recycling", .to = "edn"})
                            .flow({.from = "recycling", .to = "end", .factors = {"yeild"}})
                            .faults();
  CHECK(faults.size() == 3);
}

TEST_CASE("equations solved by hand give the flows that the drawing means") {
  const Network network =
      waste_to_recycling()
          .parameter("returned")
          .flow({.from = "recycling", .to = "recycling again", .factors = {"returned"}})
          .process("recycling again", Treatment{})
          .flow({.from = "recycling again", .to = "recycling"})
          .network();
  // Not a system that sums to one, which is checked year by year: only its equations.
  CHECK(ByHand(network, {{"returned", 0.2}}).flow("recycling", "end") ==
        doctest::Approx(100.0 / 0.8));
}
