#pragma once

#include "critflow/indicator/ratio.hpp"

namespace critflow {

/// A metal in the waste batteries of one country or of the Union [t/a].
struct RecoveredMetal {
  double input = 0.0;     ///< enters recycling: of cobalt, copper, lithium and nickel that of the
                          ///< active materials, current collectors and electrolyte salts
  double in_union = 0.0;  ///< recovered in any Member State
  double abroad = 0.0;    ///< recovered outside the Union
  double evidence = 0.0;  ///< share of that with evidence of equivalent conditions, in [0, 1]
};

/// Recovery of one metal from all waste batteries that are recycled [1]:
///
///     recovery = (recovered in the Union + evidence * recovered abroad) / metal that enters
///
/// Recovered is what can replace primary material; metal in black mass or slag is not. A yield of
/// the process: collection is no part of it, see `end_of_life_recycling_rate`. Treatment in another
/// Member State counts for the country of collection. Without value for a metal that the batteries
/// do not hold, such as cobalt in LFP. Source: Regulation (EU) 2023/1542, Article 72(3), Annex XII.
/// @throws InvalidValue where the evidence is no share
[[nodiscard]] Ratio recovery_of_material(const RecoveredMetal& metal);

}  // namespace critflow
