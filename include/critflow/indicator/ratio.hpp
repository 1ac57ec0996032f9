#pragma once

#include <optional>
#include <string>

namespace critflow {

/// A share with the masses it is made of. Where there is no whole there is no value and a reason,
/// never zero and never one. Nothing is clipped: more than one is told as it is.
struct Ratio {
  std::optional<double> value{};  ///< part / whole [1]
  double part = 0.0;              ///< in any unit, the same as that of the whole
  double whole = 0.0;
  std::string reason{};  ///< why there is no value
};

/// part / whole; without a value where the whole is zero or less.
/// @param whole_is  its words in the reason: `no metal in what is recycled`
[[nodiscard]] Ratio ratio(double part, double whole, const std::string& whole_is);

/// A ratio that cannot be computed, for a reason.
[[nodiscard]] Ratio no_ratio(std::string reason);

}  // namespace critflow
