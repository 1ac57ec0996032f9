#pragma once

#include <cmath>
#include <numbers>

namespace critflow {

/// Share of a standard normal variable above `z`, with all digits in the upper tail.
[[nodiscard]] inline double share_above(double z) {
  return 0.5 * std::erfc(z / std::numbers::sqrt2);
}

/// Share between `low` and `high`, taken in the tail where it is small.
[[nodiscard]] inline double share_between(double low, double high) {
  return low > 0.0 ? share_above(low) - share_above(high) : share_above(-high) - share_above(-low);
}

}  // namespace critflow
