#pragma once

#include "critflow/solve/run.hpp"

namespace critflow {

/// What users of a material ask of its market [t/a]: sum of the flows with the role `demand`.
[[nodiscard]] Figures demand(const Run& run);

/// Metal from mines that reaches the market [t/a]: sum of the flows with the role `primary`.
[[nodiscard]] Figures primary_supply(const Run& run);

/// What is asked of mines [t/a of metal at the market]: primary supply and what is missing at the
/// markets that primary metal comes to. What nobody could deliver is not avoided.
[[nodiscard]] Figures primary_demand(const Run& run);

/// Metal from scrap that reaches the market [t/a], old and new scrap together: sum of the flows
/// with the roles `recovered` and `new_scrap`.
[[nodiscard]] Figures secondary_supply(const Run& run);

/// What must be taken out of the ground [t/a of the metal in it]: sum of the flows with the role
/// `mined`. More than primary supply by what mining and refining lose.
[[nodiscard]] Figures mined(const Run& run);

/// Share of the demand that is met by scrap [1], old and new scrap together:
///
///     recycled content = (secondary supply - surplus) / demand
///
/// Not to be confused with the recycled content of Article 8 of Regulation (EU) 2023/1542, which is
/// measured for each battery model and plant, and with rates that count old scrap alone.
[[nodiscard]] Figures recycled_content(const Run& run);

}  // namespace critflow
