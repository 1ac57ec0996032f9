#pragma once

#include <string>

#include "critflow/scenario/system.hpp"

namespace critflow {

/// The drawing of a system in the language of Graphviz: a node for each process, shaped by what it
/// does (stocks are boxes, markets diamonds, what lies beyond the system is dashed), an arrow for
/// each flow, left to right. Titles are in English or Dutch, names where there is none.
/// @param language  `en` or `nl`
/// @throws InvalidValue
[[nodiscard]] std::string graphviz_text(const System& system, const std::string& language);

}  // namespace critflow
