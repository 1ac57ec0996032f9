#pragma once

#include <string>
#include <vector>

#include "critflow/base/unit.hpp"
#include "critflow/scenario/lever.hpp"
#include "critflow/scenario/system_parts.hpp"

namespace critflow {

/// The values that a use allows.
struct Domain {
  double low;
  double high;
  bool above_low;  ///< `low` itself is not allowed
  const char* rule;
};

/// One place in the description that names a number, or a product of numbers.
struct Use {
  std::string where;
  std::vector<std::string> factors;
  Measure measure;
  Domain domain;
  std::vector<AppliesTo> acts_on;  ///< what a change of it reaches; empty = what was before
};

/// Every use of the built-in kinds, flows and lifetimes.
[[nodiscard]] std::vector<Use> uses_of(const SystemDescription& description);

}  // namespace critflow
