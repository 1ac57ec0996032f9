#pragma once

#include "critflow/solve/run.hpp"

namespace critflow {

/// Recovered from waste and brought to the market [t/a]: sum of the flows with the role
/// `recovered`. Old scrap only.
[[nodiscard]] Figures recovered(const Run& run);

/// Yield of recycling, from what enters it to what can replace primary material [1]:
///
///     recovery = recovered / recycling input
///
/// Says nothing of collection: see `end_of_life_recycling_rate`.
[[nodiscard]] Figures recovery(const Run& run);

/// Share of what leaves use that comes back to the market as material [1]:
///
///     end-of-life recycling rate = recovered / outflow from use
///
/// The denominator is all that leaves use, before hoards and used exports. Source: UNEP (2011),
/// Recycling Rates of Metals.
[[nodiscard]] Figures end_of_life_recycling_rate(const Run& run);

/// Share of the input of metal that comes from old scrap [1]:
///
///     end-of-life input rate = recovered / (primary supply + recovered)
///
/// Falls when demand grows, however well is recycled: look at `end_of_life_recycling_rate` as well.
/// Source: Eurostat, cei_srm010.
[[nodiscard]] Figures end_of_life_input_rate(const Run& run);

/// Share of the input of metal that comes from scrap, old and new together [1]:
///
///     recycling input rate = (recovered + new scrap) / (primary supply + recovered + new scrap)
///
/// Source: UNEP (2011), Recycling Rates of Metals.
[[nodiscard]] Figures recycling_input_rate(const Run& run);

/// Share of old scrap in all that is recycled [1]: recovered / (recovered + new scrap). It tells
/// how much of the rate above factories give, and how much waste. Source: as above.
[[nodiscard]] Figures old_scrap_ratio(const Run& run);

/// Share of the metal in waste that ends in products which have no use for it [1]: sum of the flows
/// with the role `functional_loss` / waste. Source: as above.
[[nodiscard]] Figures non_functional_recycling_rate(const Run& run);

}  // namespace critflow
