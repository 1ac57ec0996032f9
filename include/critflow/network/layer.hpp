#pragma once

#include <string>

namespace critflow {

/// What a flow is measured in: product units, kWh, battery mass, each material.
struct Layer {
  std::string name;
  std::string unit;       ///< of a stock; a flow is this per year
  bool conserved = true;  ///< false for a service layer: counted, but left out of the balance
  bool material = false;  ///< a metal followed through the system, in tonnes of contained element
};

}  // namespace critflow
