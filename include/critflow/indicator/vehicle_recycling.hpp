#pragma once

#include "critflow/indicator/ratio.hpp"

namespace critflow {

/// End-of-life vehicles of one year [t/a]. The battery of an electric vehicle is taken out of the
/// vehicle and of every part below: it stays under the Regulation on batteries.
struct EndOfLifeVehicles {
  double mass = 0.0;       ///< of the vehicles, with their batteries
  double batteries = 0.0;  ///< in them
  double reused = 0.0;     ///< parts, batteries left out
  double recycled = 0.0;   ///< batteries left out
  double recovered = 0.0;  ///< burned for energy, batteries left out
};

/// Reuse and recycling [1]: (reused + recycled) / (mass - batteries).
/// Source: Regulation (EU) 2026/1738, Article 33.
[[nodiscard]] Ratio vehicle_reuse_and_recycling(const EndOfLifeVehicles& vehicles);

/// Reuse and recovery [1]: (reused + recycled + recovered) / (mass - batteries). Source as above.
[[nodiscard]] Ratio vehicle_reuse_and_recovery(const EndOfLifeVehicles& vehicles);

}  // namespace critflow
