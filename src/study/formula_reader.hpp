#pragma once

#include <string>
#include <vector>

#include "critflow/study/role_formula.hpp"
#include "critflow/study/study_cells.hpp"

namespace critflow {

/// Of what layer, where and in which years a formula is asked for.
struct FormulaQuestion {
  std::string layer;
  Place place{};
  std::vector<int> years{};
  std::vector<std::string> foreign{};  ///< items outside the Union
};

/// The years of `wanted` (empty = all) for which the run has what the formula looks back on.
[[nodiscard]] std::vector<int> years_known(const RoleFormula& formula, const Years& years,
                                           const std::vector<int>& wanted);

/// Adds to a reading what a formula needs, and gives one cell for each year.
/// @throws InvalidValue where the system has no such flows or stocks
[[nodiscard]] std::vector<StudyCell> read_formula(const System& system, const RoleFormula& formula,
                                                  const FormulaQuestion& question,
                                                  Reading& reading);

}  // namespace critflow
