#pragma once

#include <string>
#include <vector>

#include "critflow/solve/run.hpp"

namespace critflow {

/// An amount for each year of a run, or the reason why it is not known.
struct YearlyAmounts {
  std::vector<double> by_year{};
  std::string reason{};

  [[nodiscard]] bool known() const { return reason.empty(); }
};

/// Sum of the flows with a role, in one layer and of one category. A flow that does not tell
/// categories makes the amount of one category unknown; it is not left out.
/// @param category  of the dimension `category`; empty = all
[[nodiscard]] YearlyAmounts amounts(const Run& run, const std::string& role,
                                    const std::string& layer, const std::string& category = "");

/// The same of those flows or parts of flows that bear one of `items`, in the first dimension that
/// has any of them.
[[nodiscard]] YearlyAmounts amounts_of_items(const Run& run, const std::string& role,
                                             const std::string& layer,
                                             const std::vector<std::string>& items);

}  // namespace critflow
