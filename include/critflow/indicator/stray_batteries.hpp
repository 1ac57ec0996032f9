#pragma once

namespace critflow {

/// Where waste lithium batteries go that nobody handed in, as shares of what arises [1].
struct StrayShares {
  double mixed_waste = 0.0;
  double undeclared_in_scrap = 0.0;  ///< in waste equipment and metal scrap
};

/// Amounts that matter to fire safety, in battery mass [t/a]. No risk is computed.
struct StrayBatteries {
  double in_mixed_waste = 0.0;
  double in_scrap = 0.0;
};

/// waste * share, each.
/// @throws InvalidValue where the shares leave [0, 1] or sum to more than one
[[nodiscard]] StrayBatteries stray_batteries(double waste, const StrayShares& shares);

}  // namespace critflow
