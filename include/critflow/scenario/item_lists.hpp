#pragma once

#include <string>
#include <vector>

#include "critflow/network/system_description.hpp"

namespace critflow {

/// The dimension of that name as a parameter may have it: one of the system's, or `material` (its
/// material layers), `layer` (all layers) or `cohort` (years before the first; empty here, since a
/// parameter has those that it is given). Its items are empty where there is none.
[[nodiscard]] Dimension parameter_dimension(const SystemDescription& description,
                                            const std::string& name);

/// Every name for which there is one.
[[nodiscard]] std::vector<std::string> parameter_dimension_names(
    const SystemDescription& description);

}  // namespace critflow
