#pragma once

namespace critflow {

/// What decides how much of a metal waste can give in one year.
struct SecondarySource {
  double in_waste = 0.0;     ///< metal in the waste that arises [t/a]
  double recoverable = 1.0;  ///< share of it that the best process gives back [1]
  double capacity = 0.0;     ///< metal that plants can deliver [t/a]
  double probability = 1.0;  ///< that the plants are there [1]
};

/// Four words for four amounts of secondary metal [t/a]; none stands for another.
struct SecondaryPotential {
  double technical = 0.0;  ///< in waste * recoverable: all is collected and treated
  double feasible = 0.0;   ///< min(technical, capacity)
  double expected = 0.0;   ///< probability * feasible
  double required = 0.0;   ///< threshold * whole: what a target asks for
};

/// @param threshold, whole  of the target: a share of an amount [t/a]
/// @throws InvalidValue where a share leaves [0, 1] or an amount is below zero
[[nodiscard]] SecondaryPotential secondary_potential(const SecondarySource& source,
                                                     double threshold, double whole);

}  // namespace critflow
