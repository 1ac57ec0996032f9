#pragma once

#include <string>
#include <vector>

#include "critflow/indicator/ratio.hpp"

namespace critflow {

/// What a country supplies and how it is governed.
struct GovernedSupply {
  std::string country;
  double share = 0.0;       ///< of the supply [1]
  double governance = 0.0;  ///< 0 (good) to 10 (bad), given by the user
  double trade = 1.0;       ///< factor for limits to trade [1]
};

/// Concentration weighted with governance: sum of share^2 * governance * trade.
[[nodiscard]] double governed_concentration(const std::vector<GovernedSupply>& supply);

/// What a scenario says of one material at one stage.
struct SupplyRiskInput {
  std::vector<GovernedSupply> world{};
  std::vector<GovernedSupply> to_union{};
  double import_reliance = 0.0;         ///< of a net exporter below zero: counted as zero [1]
  double end_of_life_input_rate = 0.0;  ///< old scrap alone [1]
  double substitution = 1.0;            ///< index of substitution for supply risk [1]
};

/// Supply risk, variant for scenarios [1]:
///
///     risk = (world * IR / 2 + to the Union * (1 - IR / 2)) * (1 - end-of-life input rate) *
///     substitution
///
/// with the governed concentrations of world and Union supply. Not the official score, which is
/// computed at each review of the list from five years of data; governance and substitution are
/// held. Taken at each stage, the higher counts. Source: Regulation (EU) 2024/1252, Annex II; the
/// algebra from the method of 2017, not checked against the formulas printed there.
/// @throws InvalidValue where a rate or a score leaves its range
[[nodiscard]] double supply_risk_variant(const SupplyRiskInput& input);

/// Economic importance [1]: sum over sectors of share of use * value added, times the substitution
/// index. Source as above.
struct SectorUse {
  double share = 0.0;        ///< of the material that the sector uses [1]
  double value_added = 0.0;  ///< scaled as the source does
};
[[nodiscard]] double economic_importance(const std::vector<SectorUse>& sectors,
                                         double substitution);

}  // namespace critflow
