#pragma once

#include <string>

#include "critflow/base/fault.hpp"
#include "critflow/base/nearest_name.hpp"
#include "critflow/stock/shrinking_stock.hpp"

namespace critflow {

/// The rule whose name this is, as files write it.
/// @throws InvalidValue with the nearest name
[[nodiscard]] inline ShrinkingStock shrinking_named(const std::string& name) {
  if (name == "refuse") return ShrinkingStock::refuse;
  if (name == "retire_early") return ShrinkingStock::retire_early;
  if (name == "allow_negative") return ShrinkingStock::allow_negative;
  throw InvalidValue({.where = "shrinking",
                      .what = "unknown rule",
                      .value = name,
                      .rule = "be refuse, retire_early or allow_negative",
                      .nearest = nearest_name(name, {"refuse", "retire_early", "allow_negative"})});
}

}  // namespace critflow
