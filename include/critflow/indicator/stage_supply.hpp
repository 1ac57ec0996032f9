#pragma once

#include <string>
#include <vector>

#include "critflow/indicator/concentration.hpp"
#include "critflow/indicator/import_dependence.hpp"
#include "critflow/solve/run.hpp"

namespace critflow {

/// What supplies one material at one stage in one year, from the flows that name the stage.
struct StageSupply {
  StageTrade trade{};
  std::vector<CountrySupply> supply{};    ///< by origin; what the region makes itself stands first
  bool origins_known = true;              ///< false: an import has none of the dimensions of origin
  double owned_by_third_countries = 0.0;  ///< of what is made in the region
  bool owners_known = true;               ///< false: of something made it is not told
};

/// The dimension of a flow whose items are origins: `partner`, `country` or `region`; null without.
[[nodiscard]] const Dimension* dimension_of_origin(const Dimensions& dimensions);

/// Whether an origin is one country: `rest of world` is many, and so never the largest one.
[[nodiscard]] bool is_one_country(const std::string& origin);

/// The supply of a material at a stage, for each year of the run; empty where no flow names the
/// stage.
[[nodiscard]] std::vector<StageSupply> stage_supply(const Run& run, const std::string& stage,
                                                    const std::string& material);

/// The largest share of one third country in what is consumed; without value where the origin of an
/// import is not told.
[[nodiscard]] Ratio single_country_share(const StageSupply& year);

/// What is consumed of each material at each stage [t/a]: production + imports - exports. Without
/// dimensions where no flow names a stage.
[[nodiscard]] Figures apparent_consumption(const Run& run);

/// Import dependence by stage and material [1]; see the function of a `StageTrade`. Absent at a
/// stage where nothing is consumed, without dimensions where no flow names a stage.
[[nodiscard]] Figures import_dependence(const Run& run);

/// Metal that comes in goods, net, by year and material [t/a]: imports - exports of components and
/// products - used exports. Where factories move abroad, metal comes in goods in place of metal
/// that is refined. Without dimensions where no flow names such a stage.
[[nodiscard]] Figures embodied_net_imports(const Run& run);

/// Largest share of one third country in consumption, by stage and material [1]; absent where the
/// origin of an import is not told.
[[nodiscard]] Figures single_country_share(const Run& run);

/// Of what is made in the region, the share from plants that firms of third countries own, by stage
/// and material [1]. Absent where nothing is made, or where it is not told of a process that makes
/// some: nothing is assumed of it.
[[nodiscard]] Figures third_country_ownership(const Run& run);

/// Concentration of supply by stage and material [1]: the region is one country of its own, the
/// item `rest of world` another. Absent where the origin of an import is not told.
[[nodiscard]] Figures herfindahl(const Run& run);

}  // namespace critflow
