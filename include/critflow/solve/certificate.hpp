#pragma once

#include "critflow/base/arrays.hpp"

namespace critflow {

/// Why a block of clamps has exactly one solution in a year.
///
/// y = clip(start + C y, low, high) has one solution for every start and bounds exactly when all
/// principal minors of I - C are positive. Enough, and cheaper: all pivots are, of I - C with what
/// lies off its diagonal made negative. All minors are shown to be so one by one, or many at once
/// where the gains are small about the middle of each clamp's slope. Sources: Cottle, Pang, Stone
/// (1992), The Linear Complementarity Problem; Tsatsomeros, Li (2000), BIT 40; Rex, Rohn (1998),
/// SIAM Journal on Matrix Analysis 20.
enum class Certificate {
  none,    ///< not shown: there may be several balanced years
  minors,  ///< all principal minors are positive
  pivots   ///< all pivots are positive
};

/// Matrices that are looked at before a search for a minor that is not positive is given up.
inline constexpr int most_matrices = 20000;

/// @param gains  C: what each clamp gets per unit of each other
[[nodiscard]] Certificate certify(const Eigen::MatrixXd& gains);

}  // namespace critflow
