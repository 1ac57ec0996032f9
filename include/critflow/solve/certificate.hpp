#pragma once

#include <Eigen/Core>

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

/// @param gains  C: what each clamp gets per unit of each other
[[nodiscard]] Certificate certify(const Eigen::MatrixXd& gains);

}  // namespace critflow
