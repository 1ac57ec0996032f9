#include "critflow/indicator/stray_batteries.hpp"

#include "critflow/base/fault.hpp"

namespace critflow {

StrayBatteries stray_batteries(double waste, const StrayShares& shares) {
  const double mixed = require_not_negative(shares.mixed_waste, "mixed_waste");
  const double scrap = require_not_negative(shares.undeclared_in_scrap, "undeclared_in_scrap");
  if (mixed + scrap > 1.0)
    throw InvalidValue({"stray batteries", "shares above one", shown(mixed + scrap), "be <= 1"});
  return {.in_mixed_waste = mixed * waste, .in_scrap = scrap * waste};
}

}  // namespace critflow
