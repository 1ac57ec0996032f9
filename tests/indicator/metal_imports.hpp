#pragma once

#include <string>

#include "critflow/network/market.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stockpile.hpp"
#include "critflow/scenario/system_builder.hpp"

namespace critflow {

/// Makers who ask for cobalt, all of it imported as far as there is enough, and a strategic stock
/// of 5 t that is filled before they get theirs short.
inline SystemBuilder metal_imports(double asked, double capacity) {
  SystemBuilder builder("metal imports");
  builder.years(2000, 2003)
      .layer({.name = "cobalt", .unit = "t", .material = true})
      .parameter("asked", "t/a", asked)
      .parameter("capacity", "t/a", capacity)
      .process("imports", Outside{})
      .process("metal", Market{.offers = {"imports", "reserve"},
                               .claims = {{"makers"}, {"reserve", "imports"}}})
      .process("reserve", Stockpile{.target = "5", .release = "0"})
      .process("makers", Outside{});
  builder
      .flow({.from = "imports",
             .to = "metal",
             .rule = FlowRule::request,
             .capacity = "capacity",
             .role = "primary",
             .stage = "refining",
             .trade = "import"})
      .flow({.from = "reserve", .to = "metal", .rule = FlowRule::request})
      .flow({.from = "metal",
             .to = "makers",
             .rule = FlowRule::request,
             .factors = {"asked"},
             .role = "demand"})
      .flow({.from = "metal", .to = "reserve", .rule = FlowRule::request});
  return builder;
}

}  // namespace critflow
