#pragma once

#include <vector>

#include "critflow/indicator/ratio.hpp"

namespace critflow {

/// A metal in the active materials of batteries placed on the market [t/a]; of lead, in the
/// battery.
struct ActiveMaterial {
  double from_manufacturing_waste = 0.0;  ///< of batteries, and not used again in the same process
  double from_post_consumer_waste = 0.0;  ///< of any product
  double total = 0.0;
};

/// Recycled content of cobalt, lithium or nickel [1]:
///
///     recycled content = (from manufacturing waste + from post-consumer waste) / total
///
/// The law asks it of each model, plant and year, so an average over batteries is an indication:
/// at the target it is necessary and not sufficient. Nothing says where the waste must come from.
/// There is none for copper, and none for portable batteries. Not to be confused with the
/// end-of-life input rate, which leaves new scrap out, nor with the recycled content of the supply.
/// Source: Regulation (EU) 2023/1542, Article 8.
[[nodiscard]] Ratio recycled_content_of_active_material(const ActiveMaterial& material);

/// A threshold, and the metal in the active materials that it concerns.
struct ContentDue {
  double threshold = 0.0;  ///< [1]
  double active = 0.0;     ///< of batteries in scope that contain the metal [t/a]
};

/// Recycled metal that the thresholds ask for [t/a]: sum of threshold * active.
[[nodiscard]] double recycled_content_needed(const std::vector<ContentDue>& due);

/// What decides how much of a growing market its own waste can fill.
struct ContentCeiling {
  double collection = 1.0;       ///< true share of waste that is collected [1]
  double sorting = 1.0;          ///< yield [1]
  double recovery = 1.0;         ///< of the metal in recycling [1]
  double intensity_ratio = 1.0;  ///< metal in an old battery over that in a new one [1]
  double growth = 0.0;           ///< of the market, above -1 [1/a]
  double life = 0.0;             ///< [a]
};

/// The highest recycled content from post-consumer batteries alone [1]:
///
///     ceiling = collection * sorting * recovery * intensity ratio * (1 + growth)^-life
[[nodiscard]] double recycled_content_ceiling(const ContentCeiling& market);

/// The same where scrap of the factories goes back into the same market [1], per gross input:
///
///     content = scrap share * scrap recovery + (1 - scrap share) * post-consumer content
[[nodiscard]] double recycled_content_with_scrap(double scrap_share, double scrap_recovery,
                                                 double post_consumer_content);

}  // namespace critflow
