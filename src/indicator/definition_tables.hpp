#pragma once

#include <vector>

#include "critflow/indicator/definition.hpp"

namespace critflow {

/// Figures that are computed from a run.
[[nodiscard]] const std::vector<Definition>& definitions_of_runs();

/// Figures that laws set a threshold for, or ask to be reported.
[[nodiscard]] const std::vector<Definition>& definitions_of_law();

/// Figures of supply security and circularity that no law sets a threshold for.
[[nodiscard]] const std::vector<Definition>& definitions_of_supply();

}  // namespace critflow
