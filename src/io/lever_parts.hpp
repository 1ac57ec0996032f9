#pragma once

#include "critflow/scenario/shape.hpp"
#include "node.hpp"
#include "table_reader.hpp"

namespace critflow {

/// Reads `{ linear = [2027, 2035], delay = 2, probability = 0.6 }`: one of `step`, `linear`,
/// `logistic`, `anchors`, `pulse`.
/// @throws InvalidValue where the numbers make no shape
[[nodiscard]] Shape read_shape(const Node& node, TableReader& lever);

}  // namespace critflow
