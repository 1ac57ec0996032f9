#include "critflow/indicator/secondary_potential.hpp"

#include <algorithm>
#include <string>

#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

double require_share(double value, const std::string& where) {
  if (value >= 0.0 && value <= 1.0) return value;
  throw InvalidValue({where, "no share", shown(value), "lie in [0, 1]"});
}

}  // namespace

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
