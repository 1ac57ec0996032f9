#pragma once

#include <utility>
#include <vector>

#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/policy/lay_levers.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "solve/series.hpp"

/// Waste of two regions is sorted; half of it is landfilled.
inline critflow::System sorting() {
  using namespace critflow;
  return SystemBuilder("sorting")
      .years(2000, 2001)
      .layer({.name = "metal", .unit = "t"})
      .dimension("region", {"NL", "BE"})
      .parameter("amount", "t/a", place("region", "NL"), {{2000, 10}, {2001, 20}})
      .parameter("amount", "t/a", place("region", "BE"), 1.0)
      .parameter("share", "1", 0.5)
      .process("waste", Source{.amount = "amount"}, {"region"})
      .process("sorting", Treatment{}, {"region"})
      .process("end", Outside{})
      .process("landfill", Outside{})
      .flow({.from = "waste", .to = "sorting"})
      .flow({.from = "sorting", .to = "end", .factors = {"share"}, .sum = {"region"}})
      .flow({.from = "sorting", .to = "landfill", .factors = {"0.5"}, .sum = {"region"}})
      .build();
}

/// The same under a policy: by levers on the waste of the Netherlands, 10 t in 2000 and 20 t in
/// 2001, unless they say of what.
inline critflow::System sorting_with(std::vector<critflow::Lever> levers) {
  critflow::SystemParts parts = sorting().parts();
  for (critflow::Lever& lever : levers)
    if (lever.changes.empty()) lever.changes = {{"amount", place("region", "NL")}};
  parts.levers = std::move(levers);
  critflow::lay_levers(parts);
  return critflow::System(std::move(parts));
}
