#pragma once

namespace critflow {

/// Where a function that rises from below zero at `low` to above zero at `high` passes zero, to the
/// last bit.
template <class Function>
[[nodiscard]] double rising_root(double low, double high, Function function) {
  for (;;) {
    const double middle = low + 0.5 * (high - low);
    if (middle <= low || middle >= high) return middle;
    (function(middle) < 0.0 ? low : high) = middle;
  }
}

}  // namespace critflow
