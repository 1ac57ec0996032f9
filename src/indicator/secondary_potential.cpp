#include "critflow/indicator/secondary_potential.hpp"

#include <algorithm>

#include "critflow/base/fault.hpp"
#include "require_share.hpp"

namespace critflow {

SecondaryPotential secondary_potential(const SecondarySource& source, double threshold,
                                       double whole) {
  SecondaryPotential potential;
  potential.technical = require_not_negative(source.in_waste, "in_waste") *
                        require_share(source.recoverable, "recoverable");
  potential.feasible =
      std::min(potential.technical, require_not_negative(source.capacity, "capacity"));
  potential.expected = require_share(source.probability, "probability") * potential.feasible;
  potential.required = require_share(threshold, "threshold") * require_not_negative(whole, "whole");
  return potential;
}

}  // namespace critflow
