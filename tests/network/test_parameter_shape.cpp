#include <doctest/doctest.h>

#include "critflow/network/parameter_shape.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "network/by_hand.hpp"

using namespace critflow;

namespace {

Drawing with(const DerivedParameter& derived) {
  Drawing drawing;
  drawing.description.derived = {derived};
  return drawing.parameter("rate")
      .parameter("factor")
      .process("waste", Source{.amount = "100"})
      .process("sorting", Treatment{})
      .process("end", Outside{})
      .process("losses", Outside{})
      .flow({.from = "waste", .to = "sorting"})
      .flow({.from = "sorting", .to = "end", .factors = {derived.name}})
      .flow({.from = "sorting", .to = "losses", .rule = FlowRule::rest});
}

double sorted(const DerivedParameter& derived, double rate, double factor) {
  const Network network = with(derived).network();
  return ByHand(network, {{"rate", rate}, {"factor", factor}}).flow("sorting", "end");
}

}  // namespace

TEST_CASE("a derived parameter is a product held between bounds") {
  const DerivedParameter derived{
      .name = "effective", .factors = {"rate", "factor"}, .has_at_most = true, .at_most = 0.9};
  CHECK(sorted(derived, 0.5, 1.2) == doctest::Approx(60.0));
  CHECK(sorted(derived, 0.8, 1.5) == doctest::Approx(90.0));
}

TEST_CASE("a derived parameter may be one less a product, or one over it") {
  CHECK(sorted({.name = "kept", .factors = {"rate"}, .one_minus = true}, 0.3, 0.0) ==
        doctest::Approx(70.0));
  CHECK(sorted({.name = "per", .factors = {"rate"}, .inverse = true}, 4.0, 0.0) ==
        doctest::Approx(25.0));
}

TEST_CASE("derived parameters may be made of each other, but not of themselves") {
  Drawing drawing = with({.name = "a", .factors = {"b"}});
  Drawing circle = drawing;
  drawing.description.derived.push_back({.name = "b", .factors = {"rate", "0.5"}});
  CHECK(ByHand(drawing.network(), {{"rate", 0.8}}).flow("sorting", "end") == doctest::Approx(40.0));
  circle.description.derived.push_back({.name = "b", .factors = {"a"}});
  CHECK(circle.faults().front() ==
        "derived.a: made of itself: a, must be made of other parameters");
}

TEST_CASE("the dimension material is matched with the layer of the flow, others with the place") {
  Drawing drawing({{.name = "lithium", .unit = "t", .material = true},
                   {.name = "cobalt", .unit = "t", .material = true}});
  const Dimension region{"region", {"NL", "BE"}};
  const Network network = drawing.dimension(region)
                              .parameter("yield", {region, {"material", {"lithium", "cobalt"}}})
                              .process("waste", Source{.amount = "10"}, {"region"})
                              .process("end", Outside{}, {"region"})
                              .process("losses", Outside{}, {"region"})
                              .flow({.from = "waste", .to = "end", .factors = {"yield"}})
                              .flow({.from = "waste", .to = "losses", .rule = FlowRule::rest})
                              .network();
  const ByHand hand(network, {{"yield[NL,cobalt]", 0.5}, {"yield[BE,lithium]", 0.9}});
  CHECK(hand.value(network.flows[0].edges[1]) == doctest::Approx(5.0));
  CHECK(hand.value(network.flows[0].edges[2]) == doctest::Approx(9.0));
  CHECK(hand.value(network.flows[0].edges[3]) == 0.0);
}
