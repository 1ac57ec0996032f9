#pragma once

#include <string>

#include "critflow/base/dimension.hpp"

namespace critflow {

/// A published figure that a run is compared with. It decides nothing.
struct Observation {
  enum class Quantity { stock, inflow, outflow, flow };

  std::string name;  ///< rows of one series share it
  Quantity quantity = Quantity::stock;
  std::string process{};  ///< the stock, or where the flow starts
  std::string to{};       ///< where the flow ends
  std::string layer{};
  Place place{};  ///< dimensions that are selected; the others are summed
  int year = 0;
  double value = 0.0;  ///< in `unit`
  std::string unit{};  ///< canonical
  std::string source{};
  std::string note{};
  std::string file{};
  int row = 0;
};

}  // namespace critflow
