#pragma once

#include <string>

#include "critflow/solve/certificate.hpp"

namespace critflow {

/// How well a run closes: for the worst vertex, layer and year
///
///     residual = |inputs - outputs - change of stock / length of the step|,
///
/// relative to the largest flow of that layer in the whole run.
struct Balance {
  double worst = 0.0;   ///< [1]
  std::string where{};  ///< vertex and year; empty where nothing flows
  /// A run that closes worse than this is an error.
  static constexpr double most = 1e-9;
};

/// Why each year of a run has exactly one solution.
struct Uniqueness {
  int blocks = 0;                             ///< loops with several clamps
  Certificate weakest = Certificate::pivots;  ///< of all blocks and years
  std::string where{};                        ///< block and year of the weakest
};

}  // namespace critflow
