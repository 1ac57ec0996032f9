#include "critflow/indicator/battery_collection.hpp"

#include <cmath>
#include <cstddef>
#include <numeric>

#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

constexpr std::size_t window = 3;

Ratio of_last_three(double collected, const std::vector<double>& placed) {
  if (placed.size() < window) return no_ratio("fewer than three years of sales");
  const double sum = std::accumulate(placed.end() - window, placed.end(), 0.0);
  return ratio(collected, sum / static_cast<double>(window), "sales in the three years");
}

}  // namespace

Ratio collection_of_placed(double collected, const std::vector<double>& placed_before) {
  return of_last_three(collected, placed_before);
}

Ratio collection_by_the_rule_of_2006(double collected, const std::vector<double>& placed) {
  return of_last_three(collected, placed);
}

Ratio collection_of_available(double collected, const AvailableForCollection& waste) {
  return ratio(
      collected,
      waste.left_use - waste.exported_used - waste.exported_in_appliances + waste.imported_used,
      "batteries available for collection");
}

double collection_ceiling(double growth, const std::vector<double>& leaving) {
  const double factor = require_positive(1.0 + growth, "growth, plus one");
  double waste = 0.0;
  for (std::size_t age = 0; age < leaving.size(); ++age)
    waste += leaving[age] * std::pow(factor, -static_cast<double>(age));
  double placed = 0.0;
  for (int back = 1; back <= static_cast<int>(window); ++back) placed += std::pow(factor, -back);
  return static_cast<double>(window) * waste / placed;
}

}  // namespace critflow
