#pragma once

#include <string>

#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"

namespace critflow {

/// 100 t/a of refined cobalt are used: 20 of them refined at home, 80 imported, of which three
/// quarters from one country and the rest from nobody in particular.
inline System cobalt_users(const std::string& item = "China", bool told = true) {
  SystemBuilder builder("users");
  const Place first{{{"partner", item}}}, others{{{"partner", "rest of world"}}};
  builder.years(2000, 2003)
      .layer({.name = "cobalt", .unit = "t", .material = true})
      .dimension("partner", {item, "rest of world"})
      .parameter("made here", "t/a", 20.0)
      .parameter("from abroad", "t/a", first, 60.0)
      .parameter("from abroad", "t/a", others, 20.0)
      .process("refinery", Source{.amount = "made here"})
      .process("partners", Source{.amount = "from abroad"}, {"partner"})
      .process("harbour", Treatment{})
      .process("users", Outside{});
  builder
      .flow({.from = "refinery",
             .to = "users",
             .rule = FlowRule::rest,
             .stage = "refining",
             .trade = "domestic"})
      .flow({.from = "partners",
             .to = "harbour",
             .rule = FlowRule::rest,
             .sum = {"partner"},
             .stage = told ? "refining" : "",
             .trade = told ? "import" : ""})
      .flow({.from = "harbour",
             .to = "users",
             .rule = FlowRule::rest,
             .stage = told ? "" : "refining",
             .trade = told ? "" : "import"});
  return builder.build();
}

}  // namespace critflow
