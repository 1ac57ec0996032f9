#pragma once

#include <string>
#include <vector>

#include "amounts_by_role.hpp"
#include "critflow/indicator/ratio.hpp"
#include "critflow/indicator/target_check.hpp"

namespace critflow {

/// What a run says of a rule: a ratio for each year, or a reason why there is none at all.
struct Measured {
  std::vector<Ratio> by_year{};
  std::string method{};
  bool norm = true;  ///< false: an indication of what the rule is about
  std::string reason{};
};

/// The measure of a rule that concerns the system.
[[nodiscard]] Measured measure(AmountsByRole& amounts, const Target& target,
                               const CheckOptions& options);

}  // namespace critflow
