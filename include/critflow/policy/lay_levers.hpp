#pragma once

#include "critflow/scenario/system_parts.hpp"

namespace critflow {

/// The levers of `parts` laid over its parameters: each adds a setting to the history of its cells,
/// in the place of levers that were laid there before. What varied over the years still does.
/// @throws InvalidValue where a lever names what is not there
/// @throws ModelFaults  where two levers fight
void lay_levers(SystemParts& parts);

}  // namespace critflow
