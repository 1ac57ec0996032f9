#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "critflow/base/fault.hpp"
#include "critflow/io/graphviz.hpp"
#include "critflow/io/load.hpp"
#include "critflow/network/source.hpp"
#include "critflow/scenario/system_builder.hpp"

using critflow::graphviz_text;
using critflow::System;

namespace {

System phones() { return critflow::load(std::filesystem::path(CRITFLOW_CASES) / "phones"); }

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("every process is a node and every flow an arrow") {
  const System system = phones();
  const std::string text = graphviz_text(system, "en");
  for (const auto& process : system.description().processes)
    CHECK(holds(text, "  \"" + process.name + "\" [label="));
  for (const auto& flow : system.description().flows)
    CHECK(holds(text, "  \"" + flow.from + "\" -> \"" + flow.to + "\"\n"));
}

TEST_CASE("what a process does is its shape, its title its label") {
  const System system =
      critflow::SystemBuilder("tiny")
          .years(2000, 2001)
          .layer({.name = "cobalt", .unit = "t", .material = true})
          .parameter("given", "t/a", 1.0)
          .process({.name = "mine",
                    .kind = critflow::Source{.amount = "given"},
                    .title = {.en = "Mine of \"blue\"", .nl = "Mijn"}})
          .process("beyond", critflow::Outside{})
          .flow({.from = "mine", .to = "beyond", .rule = critflow::FlowRule::rest})
          .build();
  CHECK(graphviz_text(system, "en") ==
        "digraph \"tiny\" {\n"
        "  rankdir=LR\n"
        "  node [fontname=\"sans-serif\" fontsize=11]\n"
        "  \"mine\" [label=\"Mine of \\\"blue\\\"\" shape=box style=rounded]\n"
        "  \"beyond\" [label=\"beyond\" shape=ellipse style=dashed]\n"
        "  \"mine\" -> \"beyond\"\n"
        "}\n");
  CHECK(holds(graphviz_text(system, "nl"), "[label=\"Mijn\" "));
}

TEST_CASE("a drawing speaks English or Dutch") {
  CHECK_THROWS_AS(static_cast<void>(graphviz_text(phones(), "de")), critflow::InvalidValue);
}
