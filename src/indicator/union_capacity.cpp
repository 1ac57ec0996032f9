#include "critflow/indicator/union_capacity.hpp"

#include <algorithm>

#include "critflow/base/fault.hpp"

namespace critflow {

Ratio capacity_share(double capacity, double consumption) {
  return ratio(capacity, consumption, "consumption in the Union");
}

double recycling_capacity(const RecyclingSteps& steps) {
  return std::min({steps.sorting, steps.pre_treatment, steps.refining});
}

OverallCapacity overall_capacity(const std::vector<MaterialCapacity>& materials, double benchmark) {
  require_positive(benchmark, "benchmark");
  OverallCapacity all;
  all.lowest = capacity_share(0.0, 0.0);
  MaterialCapacity sum;
  double attained = 0.0;
  int counted = 0;
  for (const MaterialCapacity& one : materials) {
    const Ratio share = capacity_share(one.capacity, one.consumption);
    if (!share.value) continue;
    if (!all.lowest.value || *share.value < *all.lowest.value) all.lowest = share;
    sum.capacity += one.capacity;
    sum.consumption += one.consumption;
    attained += std::min(1.0, *share.value / benchmark);
    ++counted;
  }
  all.attained = ratio(attained, counted, "consumption in the Union");
  all.by_mass = capacity_share(sum.capacity, sum.consumption);
  return all;
}

Ratio demand_moderation(double demand, double reference) {
  return ratio(reference - demand, reference, "reference demand");
}

Ratio recycling_share_of_waste_stream(double capacity, double content) {
  return ratio(capacity, content, "metal in the stream of waste");
}

}  // namespace critflow
