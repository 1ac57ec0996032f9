#include "critflow/indicator/equipment_collection.hpp"

#include "critflow/indicator/battery_collection.hpp"

namespace critflow {

Ratio equipment_collection_rate(double collected, const std::vector<double>& placed_before) {
  return collection_of_placed(collected, placed_before);
}

Ratio equipment_collection_of_waste(double collected, double waste) {
  return ratio(collected, waste, "waste equipment");
}

Ratio metal_recovery_from_equipment(double recovered, double in_waste) {
  return ratio(recovered, in_waste, "metal in waste equipment");
}

Ratio equipment_recovery(double enters_recovery, double collected) {
  return ratio(enters_recovery, collected, "equipment collected");
}

}  // namespace critflow
