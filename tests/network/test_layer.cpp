#include <doctest/doctest.h>

#include "critflow/network/layer.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "network/by_hand.hpp"

using namespace critflow;

TEST_CASE("a service layer is counted and left out of the balance") {
  Drawing drawing(
      {{.name = "units", .unit = "units", .conserved = false}, {.name = "mass", .unit = "t"}});
  const Network network = drawing.process("waste", Source{.amount = "1"})
                              .process("sorting", Treatment{})
                              .process("end", Outside{}, {}, {"mass"})
                              .flow({.from = "waste", .to = "sorting"})
                              .flow({.from = "sorting", .to = "end"})
                              .network();
  for (const Vertex& vertex : network.vertices)
    if (vertex.kind != VertexKind::outside) CHECK(vertex.balanced == (vertex.layer == 1));
}

TEST_CASE("a layer is conserved and no material unless it is said") {
  const Layer layer{.name = "mass", .unit = "t"};
  CHECK(layer.conserved);
  CHECK_FALSE(layer.material);
}

TEST_CASE("a flow carries the layers that both its ends have") {
  Drawing drawing({{.name = "mass", .unit = "t"}, {.name = "cobalt", .unit = "t"}});
  const Network network = drawing.process("waste", Source{.amount = "1"})
                              .process("end", Outside{}, {}, {"cobalt"})
                              .process("other end", Outside{}, {}, {"mass"})
                              .flow({.from = "waste", .to = "end"})
                              .flow({.from = "waste", .to = "other end"})
                              .network();
  CHECK(network.flows[0].layers == std::vector<int>{1});
  CHECK(network.flows[1].layers == std::vector<int>{0});
}
