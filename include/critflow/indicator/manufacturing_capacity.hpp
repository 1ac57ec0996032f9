#pragma once

#include "critflow/indicator/ratio.hpp"

namespace critflow {

/// Manufacturing capacity of the Union for a technology as a share of what it must deploy in a year
/// for its climate and energy targets [1], in kWh/a for batteries. Components count as the product
/// they end in. Capacity, not production; the needs of policy, not the sales of a year.
/// Source: Regulation (EU) 2024/1735, Article 5(1)(a).
[[nodiscard]] Ratio manufacturing_capacity_share(double capacity, double deployment_needs);

/// Production of the Union as a share of the world's [1]. The 15 % of 2040 fall away where they lie
/// well above the needs of the Union. Source as above, (b).
[[nodiscard]] Ratio world_production_share(double production, double world_production);

}  // namespace critflow
