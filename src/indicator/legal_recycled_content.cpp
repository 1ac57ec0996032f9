#include "critflow/indicator/legal_recycled_content.hpp"

#include <cmath>

#include "critflow/base/fault.hpp"

namespace critflow {

Ratio recycled_content_of_active_material(const ActiveMaterial& material) {
  return ratio(material.from_manufacturing_waste + material.from_post_consumer_waste,
               material.total, "metal in active materials");
}

double recycled_content_needed(const std::vector<ContentDue>& due) {
  double needed = 0.0;
  for (const ContentDue& one : due) needed += one.threshold * one.active;
  return needed;
}

double recycled_content_ceiling(const ContentCeiling& market) {
  const double factor = require_positive(1.0 + market.growth, "growth, plus one");
  return market.collection * market.sorting * market.recovery * market.intensity_ratio *
         std::pow(factor, -market.life);
}

double recycled_content_with_scrap(double scrap_share, double scrap_recovery,
                                   double post_consumer_content) {
  return scrap_share * scrap_recovery + (1.0 - scrap_share) * post_consumer_content;
}

}  // namespace critflow
