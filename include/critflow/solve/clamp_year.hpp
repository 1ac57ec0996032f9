#pragma once

#include <string>

#include "critflow/base/dimension.hpp"

namespace critflow {

inline constexpr double clamp_rounding = 1e-12;

/// value = wanted, held between low and high; a bound that there is not is infinite [layer/a].
struct ClampValue {
  double wanted = 0.0;
  double low = 0.0;
  double high = 0.0;
};

/// Whether one of its bounds holds.
enum class ClampState { free, at_low, at_high };

/// What one clamp did in one year.
///
/// | name           | stands at    | at its low bound  | free              | at its high bound  |
/// |----------------|--------------|-------------------|-------------------|--------------------|
/// | `capacity`     | the gate     |                   | lets all through  | holds some back    |
/// | `offer to m`   | the supplier | is not needed     | gives some        | has no more        |
/// | `shortage of c`| the market   | c gets all        | c is short        |                    |
/// | `surplus of o` | the market   | all is used       | some is left over |                    |
/// | `missed`       | a production | nothing is        | some is           |                    |
///
/// Of a capacity with a queue before it, value is all that goes through, and bound all that could.
///
/// A surplus is that of the offers pushed in from o on, up to the next one that is asked. What an
/// offer has no more of is wanted of those after it, and after the last it is a shortage. Suppliers
/// that only share what is asked have no limits to tell of.
///
/// A clamp within `clamp_rounding` of the largest flow of its layer and year from a bound is at it.
struct ClampYear {
  std::string name{};
  std::string process{};
  Place place{};
  std::string layer{};
  int year = 0;
  ClampState state = ClampState::free;
  double value = 0.0;     ///< [layer/a]
  double bound = 0.0;     ///< that holds, or the nearest [layer/a]
  double distance = 0.0;  ///< |wanted - bound|: by how much it binds, or is from binding [layer/a]
  std::string unit{};
};

}  // namespace critflow
