#pragma once

#include <string>
#include <vector>

#include "critflow/study/study_cells.hpp"

namespace critflow {

/// What is told of the supply at each stage: `import_dependence`, `single_country_share` and
/// `herfindahl`, as the indicators of these names.
[[nodiscard]] const std::vector<std::string>& stage_figures();

/// Adds to a reading what one of `stage_figures` needs, and gives its cells by stage and year; a
/// stage is part of the name, as `herfindahl[stage=refining]`. A stage that does not carry the
/// layer is left out, of shares of countries also one at which the origin of an import is not told.
/// @throws InvalidValue where no stage is left
[[nodiscard]] std::vector<StudyCell> read_stages(const System& system, const std::string& figure,
                                                 const Wanted& wanted, Reading& reading);

}  // namespace critflow
