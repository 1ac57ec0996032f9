#include "critflow/indicator/collection.hpp"

#include <cstddef>

#include "by_role.hpp"
#include "critflow/indicator/gather.hpp"

namespace critflow {

namespace {

constexpr std::size_t window = 3;

/// Mean of the three years before, absent where there are fewer.
Figures mean_of_years_before(const Figures& placed, bool annual) {
  Figures mean = placed;
  mean.absent.assign(mean.values.size(), 0);
  const std::size_t years = placed.dimensions.front().items.size();
  const std::size_t cells = placed.values.size() / years;
  for (std::size_t i = 0; i < mean.values.size(); ++i) {
    mean.values[i] = 0.0;
    if (!annual || i < window * cells)
      mean.absent[i] = 1;
    else
      for (std::size_t back = 1; back <= window; ++back)
        mean.values[i] += placed.values[i - back * cells] / static_cast<double>(window);
  }
  return mean;
}

}  // namespace

Figures waste_generated(const Run& run) {
  const std::vector<Figures> flows = flows_of(run, {"waste"});
  return gather("waste_generated", flows, shared_dimensions(flows));
}

Figures collected(const Run& run) {
  const std::vector<Figures> flows = flows_of(run, {"collected"});
  return gather("collected", flows, shared_dimensions(flows));
}

Figures mixed_waste(const Run& run) {
  const std::vector<Figures> flows = flows_of(run, {"mixed_waste"});
  return gather("mixed_waste", flows, shared_dimensions(flows));
}

Figures collection_rate(const Run& run) {
  return rate("collection_rate", flows_of(run, {"collected"}), flows_of(run, {"waste"}));
}

Figures legal_collection_rate(const Run& run) {
  const std::vector<Figures> parts = flows_of(run, {"collected"});
  const Figures placed = whole_of_rate(parts, flows_of(run, {"placed"}));
  if (placed.dimensions.empty()) return {.name = "legal_collection_rate"};
  const bool annual = run.system().description().years.annual();
  return quotient("legal_collection_rate", gather_into(placed, "collected", parts),
                  mean_of_years_before(placed, annual));
}

}  // namespace critflow
