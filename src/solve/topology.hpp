#pragma once

#include <string>
#include <vector>

#include "critflow/network/network.hpp"

namespace critflow {

/// The unknowns of a year in the order in which they can be found: groups that need each other
/// together, each group after all that it needs.
[[nodiscard]] std::vector<std::vector<Unknown>> solving_order(const Equations& equations);

/// Loops of vertices that only pass material to each other: what enters can never leave. A vertex
/// lets go where one of its outputs leads out (of a gate: every output, since either may hold all).
[[nodiscard]] std::vector<Fault> traps(const Network& network);

/// `a > b > c` in the order of flow, at most eight names.
[[nodiscard]] std::string loop_text(const Equations& equations,
                                    const std::vector<Unknown>& unknowns);

}  // namespace critflow
