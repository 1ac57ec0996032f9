#pragma once

#include <string>
#include <vector>

#include "critflow/base/dimension.hpp"

namespace critflow {

/// What the network needs to know of a parameter: where it varies, not how much it is. A flow's
/// place picks the cell; a dimension the parameter lacks is broadcast; one it has and the place
/// lacks is a fault. The dimension `material` (or `layer`) is matched with the layer of the flow.
struct ParameterShape {
  std::string name;
  Dimensions dimensions{};  ///< without the year
  bool yearly = false;      ///< has a value for every year of the axis

  [[nodiscard]] bool operator==(const ParameterShape&) const = default;
};

/// A known number made of parameters:
///
///     value = clip(product of the factors, at_least, at_most), then perhaps 1/value, then 1 -
///     value
struct DerivedParameter {
  std::string name;
  std::vector<std::string> factors;  ///< parameters, derived parameters or numbers
  bool has_at_least = false;
  bool has_at_most = false;
  double at_least = 0.0;
  double at_most = 0.0;
  bool inverse = false;
  bool one_minus = false;
};

}  // namespace critflow
