#pragma once

#include "critflow/scenario/observation.hpp"
#include "critflow/solve/run.hpp"

namespace critflow {

/// What a run says where a figure was published: the same stock or flow, layer, place and year; the
/// dimensions that the observation does not select are summed. In the layer's unit, a year for
/// flows, as the observation's own value.
/// @throws InvalidValue where the run has no such stock, flow, dimension, item or year
[[nodiscard]] double modelled(const Run& run, const Observation& observation);

}  // namespace critflow
