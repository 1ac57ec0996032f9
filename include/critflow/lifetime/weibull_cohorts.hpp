#pragma once

#include <vector>

#include "critflow/base/lanes.hpp"

namespace critflow {

/// Weibull lifetimes that change from cohort to cohort, lane by lane, as hazards of a lifetime that
/// they share as far as they can:
///
///     hazard = (age / scale(c))^shape(c) = pace(c) (age / reference(c))^shape(c)
///
/// The reference of all cohorts is the scale of the first where their shapes are the same: then the
/// power depends on the age only, and is computed once for all of them. Else, or where a pace would
/// leave the numbers there are (the scales differ by more than 500 / shape powers of two), each has
/// its own scale. A lane has the same bits whatever stands beside it.
template <Real R>
struct WeibullCohorts {
  std::vector<R> shape{};           ///< [1], > 0
  std::vector<R> log2_reference{};  ///< [log2 a]
  std::vector<R> pace{};            ///< [1]

  WeibullCohorts() = default;
  /// @param shapes, log2_scale  by cohort, at least one
  WeibullCohorts(std::vector<R> shapes, const std::vector<R>& log2_scale);

  /// In every lane: the power depends on the age only.
  [[nodiscard]] bool of_one_shape() const;
};

}  // namespace critflow
