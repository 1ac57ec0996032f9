#pragma once

#include <functional>
#include <string>
#include <vector>

#include "critflow/base/title.hpp"
#include "critflow/solve/run.hpp"

namespace critflow {

/// A figure with a meaning, computed from a run. The formula is the one in the header of its
/// function.
struct Indicator {
  std::string name;
  Title title;
  std::string formula;
  std::function<Figures(const Run&)> compute;
};

/// All indicators, in the order in which a report shows them.
[[nodiscard]] const std::vector<Indicator>& indicators();

/// The figures of one indicator. Without dimensions where the system has no flows of its roles.
/// @throws InvalidValue with the nearest name
[[nodiscard]] Figures indicator(const Run& run, const std::string& name);

}  // namespace critflow
