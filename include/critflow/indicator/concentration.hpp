#pragma once

#include <string>
#include <vector>

#include "critflow/indicator/ratio.hpp"

namespace critflow {

/// What one country supplies at one stage [t/a].
struct CountrySupply {
  std::string country;
  double amount = 0.0;
  bool third_country = true;  ///< outside the Union
};

/// Herfindahl-Hirschman index of supply [1]: sum of the squares of the shares; one where a single
/// country supplies all. Without value where nothing is supplied.
[[nodiscard]] Ratio herfindahl(const std::vector<CountrySupply>& supply);

/// The largest share of one third country in consumption [1]:
///
///     share = what comes from it / consumption
///
/// Of consumption, for each material and stage, by country of origin: not a share of imports, and
/// not by the port of entry. Without value where nothing is consumed.
/// Source: Regulation (EU) 2024/1252, Article 5(1)(b).
[[nodiscard]] Ratio single_country_share(const std::vector<CountrySupply>& supply,
                                         double consumption);

/// How many countries it takes to supply a share of the whole, the largest first; zero where
/// nothing is supplied.
[[nodiscard]] int countries_for(const std::vector<CountrySupply>& supply, double share = 0.8);

}  // namespace critflow
