#include "critflow/indicator/vehicle_recycling.hpp"

namespace critflow {

Ratio vehicle_reuse_and_recycling(const EndOfLifeVehicles& vehicles) {
  return ratio(vehicles.reused + vehicles.recycled, vehicles.mass - vehicles.batteries,
               "mass of vehicles besides batteries");
}

Ratio vehicle_reuse_and_recovery(const EndOfLifeVehicles& vehicles) {
  return ratio(vehicles.reused + vehicles.recycled + vehicles.recovered,
               vehicles.mass - vehicles.batteries, "mass of vehicles besides batteries");
}

}  // namespace critflow
