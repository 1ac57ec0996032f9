#include <doctest/doctest.h>

#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "network/by_hand.hpp"

using namespace critflow;

TEST_CASE("a treatment passes on what all its inputs bring") {
  Drawing drawing;
  const Network network = drawing.process("cars", Source{.amount = "3"})
                              .process("phones", Source{.amount = "4"})
                              .process("sorting", Treatment{})
                              .process("end", Outside{})
                              .flow({.from = "cars", .to = "sorting"})
                              .flow({.from = "phones", .to = "sorting"})
                              .flow({.from = "sorting", .to = "end"})
                              .network();
  CHECK(ByHand(network, {}).flow("sorting", "end") == 7.0);
}

TEST_CASE("a treatment has one destination for the rest") {
  Drawing drawing;
  drawing.process("waste", Source{.amount = "3"}).process("sorting", Treatment{});
  for (const char* end : {"here", "there"})
    drawing.process(end, Outside{}).flow({.from = "sorting", .to = end, .rule = FlowRule::rest});
  CHECK(drawing.flow({.from = "waste", .to = "sorting"}).faults().front() ==
        "process.sorting: the rest has several destinations: sorting metal, must have one flow "
        "with rest = true");
}
