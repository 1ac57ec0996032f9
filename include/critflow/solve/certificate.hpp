#pragma once

#include <span>

#include "critflow/solve/program.hpp"

namespace critflow {

/// Why a block of clamps has exactly one solution in a year.
///
/// y = clip(start + C y, low, high) has one solution for every start and bounds exactly when all
/// principal minors of I - C are positive. Enough, and cheaper: all pivots of I - |C| are positive.
enum class Certificate {
  none,    ///< not shown: there may be several balanced years
  minors,  ///< all principal minors are positive (looked at for up to 14 clamps)
  pivots   ///< all pivots of I - |C| are positive
};

/// The certificate of a block for the values in the slots of one lane.
[[nodiscard]] Certificate certify(const ClampBlock& block, std::span<const double> slots);

}  // namespace critflow
