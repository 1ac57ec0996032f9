#pragma once

#include "critflow/scenario/lever.hpp"
#include "node.hpp"
#include "table_reader.hpp"

namespace critflow {

/// Reads `{ linear = [2027, 2035], delay = 2, probability = 0.6 }`: one of `step`, `linear`,
/// `logistic`, `anchors`, `pulse`.
/// @throws InvalidValue where the numbers make no shape
[[nodiscard]] Shape read_shape(const Node& node, TableReader& lever);

/// Reads what `reach` says: the key of a rule of the law, or `{ indicator = "...", category =
/// "...", material = "...", goods = "...", unit = "%", thresholds = { 2027 = 63 } }`.
/// @throws InvalidValue where the unit or the thresholds cannot be read
[[nodiscard]] Goal read_goal(const Node& node, TableReader& lever);

}  // namespace critflow
