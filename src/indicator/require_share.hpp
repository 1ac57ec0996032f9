#pragma once

#include <string>

#include "critflow/base/fault.hpp"

namespace critflow {

/// @throws InvalidValue unless in [0, 1]
[[nodiscard]] inline double require_share(double value, const std::string& where) {
  if (value >= 0.0 && value <= 1.0) return value;
  throw InvalidValue({where, "no share", shown(value), "lie in [0, 1]"});
}

}  // namespace critflow
