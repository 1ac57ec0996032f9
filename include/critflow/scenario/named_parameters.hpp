#pragma once

#include <set>
#include <string>

#include "critflow/network/system_description.hpp"

namespace critflow {

/// The parameters that a drawing names: in the keys of built-in kinds, in flows and lifetimes, and
/// as factors of the derived parameters among these.
[[nodiscard]] std::set<std::string> named_parameters(const SystemDescription& description);

}  // namespace critflow
