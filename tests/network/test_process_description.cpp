#include <doctest/doctest.h>

#include "critflow/network/process_description.hpp"
#include "critflow/network/source.hpp"
#include "network/by_hand.hpp"

using namespace critflow;

TEST_CASE("a process may exist for some items only, and is met by flows for those") {
  Drawing drawing;
  drawing.dimension({"chemistry", {"NMC", "LFP", "LCO"}}).process("end", Outside{}, {"chemistry"});
  drawing.description.processes.push_back({.name = "waste",
                                           .kind = Source{.amount = "1"},
                                           .dimensions = {{"chemistry", {"NMC", "LCO"}}}});
  const Network network = drawing.flow({.from = "waste", .to = "end"}).network();
  REQUIRE(network.flows[0].edges.size() == 2);
  CHECK(network.edge_name(network.flows[0].edges[1]) == "waste[LCO] metal -> end[LCO] metal");
}

TEST_CASE("processes that share no item are a fault") {
  Drawing drawing;
  drawing.description.processes = {{"waste", Source{.amount = "1"}, {{"region", {"NL"}}}},
                                   {"end", Outside{}, {{"region", {"BE"}}}}};
  CHECK(drawing.flow({.from = "waste", .to = "end"}).faults().front() ==
        "flow waste -> end: no item at both ends: region, must share an item of the dimension");
}

TEST_CASE("a process without layers of its own has all") {
  Drawing drawing({{.name = "mass", .unit = "t"}, {.name = "cobalt", .unit = "t"}});
  const Network network = drawing.process("waste", Source{.amount = "1"})
                              .process("end", Outside{})
                              .flow({.from = "waste", .to = "end"})
                              .network();
  CHECK(network.flows[0].layers == std::vector<int>{0, 1});
}
