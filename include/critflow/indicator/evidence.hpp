#pragma once

#include <string>

#include "critflow/scenario/system.hpp"

namespace critflow {

/// How well the numbers behind a figure are known: rows of the scenario by their evidence.
struct EvidenceCount {
  int verified = 0;    ///< stand in the source
  int derived = 0;     ///< computed from what stands there
  int assumption = 0;  ///< chosen by who wrote the scenario

  [[nodiscard]] int rows() const { return verified + derived + assumption; }
};

/// The rows in force that a figure in `layer` may depend on: those of every parameter that a result
/// depends on, where it does not vary over the layer or is of this one. Each row counts once,
/// however much hangs on it; how much that is, a sensitivity study tells.
/// @param layer  empty = all layers
[[nodiscard]] EvidenceCount count_evidence(const System& system, const std::string& layer = "");

}  // namespace critflow
