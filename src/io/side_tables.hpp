#pragma once

#include <string_view>
#include <vector>

#include "critflow/scenario/system_parts.hpp"
#include "sources.hpp"

namespace critflow {

/// Reads `uncertainty.csv`; `parts` already holds the parameters that its rows name.
[[nodiscard]] std::vector<Uncertainty> read_uncertainty(std::string_view text,
                                                        const SystemParts& parts,
                                                        const Sources& sources,
                                                        std::vector<Fault>& faults);

/// Reads `correlations.csv`; `parts` already holds the rows of uncertainty that it names.
[[nodiscard]] std::vector<RankCorrelation> read_correlations(std::string_view text,
                                                             const SystemParts& parts,
                                                             const Sources& sources,
                                                             std::vector<Fault>& faults);

/// Reads `observations.csv`; `parts` already holds the drawing.
[[nodiscard]] std::vector<Observation> read_observations(std::string_view text,
                                                         const SystemParts& parts,
                                                         const Sources& sources,
                                                         std::vector<Fault>& faults);

/// The columns that name dimensions; any other that is not in `fixed` is a fault.
[[nodiscard]] std::vector<int> dimension_columns(CsvReader& rows, const SystemParts& parts,
                                                 const std::vector<std::string>& fixed);

/// The place that the row names in `columns`; empty cells fix nothing.
[[nodiscard]] Place place_of(CsvReader& rows, const std::vector<int>& columns,
                             const SystemParts& parts);

}  // namespace critflow
