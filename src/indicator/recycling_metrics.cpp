#include "critflow/indicator/recycling_metrics.hpp"

namespace critflow {

RecyclingMetrics recycling_metrics(const RecyclingFlows& flows) {
  const double used = flows.in_fabrication + flows.in_production;
  return {.collection = ratio(flows.collected, flows.in_waste, "metal in waste"),
          .process = ratio(flows.old_scrap, flows.collected, "metal collected"),
          .end_of_life = ratio(flows.old_scrap, flows.in_waste, "metal in waste"),
          .non_functional = ratio(flows.other_metals, flows.in_waste, "metal in waste"),
          .input = ratio(used, flows.primary + used, "input of metal"),
          .old_scrap = ratio(flows.old_scrap, flows.old_scrap + flows.new_scrap, "scrap recycled")};
}

Ratio end_of_life_input_rate(double old_scrap, double primary, double imported) {
  return ratio(old_scrap, primary + imported + old_scrap, "input of metal");
}

Ratio circular_use_like(const CircularUse& use) {
  const double used = use.recovered - use.waste_imported + use.waste_exported;
  return ratio(used, use.domestic_consumption + used, "material use");
}

}  // namespace critflow
