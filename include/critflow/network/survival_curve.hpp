#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/lifetime/weibull_rows.hpp"
#include "critflow/stock/cohort_sums.hpp"

namespace critflow {

/// The shares of each cohort that are in use at the end of a step and that leave during it, lane by
/// lane; with the parameters they were made of, so that they are made again only where those
/// change.
template <Real R>
struct SurvivalCurve {
  bool by_age = true;         ///< the same for all cohorts
  int steps = 0;              ///< of the axis
  int ages = 0;               ///< in steps, until nothing is left
  std::vector<R> survival{};  ///< by age, the oldest first; else [step][cohort up to that step]
  std::vector<R> leaving{};
  std::optional<WeibullRows<R>> rows{};  ///< instead of all shares: those of some steps in a row
  SharesAhead<R> ahead{.first = -1};     ///< as they were asked for last
  std::vector<R> made_of{};
  bool valid = false;  ///< made, of parameters within their domain

  /// All shares are zero.
  void clear(bool depends_on_age_only, int steps_of_axis) {
    by_age = depends_on_age_only;
    steps = ages = steps_of_axis;
    rows.reset();
    ahead.first = -1;
    const int shares = by_age ? steps : steps * (steps + 1) / 2;
    survival.assign(static_cast<std::size_t>(shares), R(0.0));
    leaving.assign(static_cast<std::size_t>(shares), R(0.0));
  }
  /// Some steps in a row, instead of all shares.
  void keep(WeibullRows<R> some, int steps_of_axis) {
    clear(false, 0);
    steps = ages = steps_of_axis;
    rows = std::move(some);
  }
  /// The shares of all cohorts up to that of `step`, where they lie until others are asked for.
  [[nodiscard]] const R* survival_in(int step) {
    return rows ? rows->at(step).survival : survival.data() + place(step, 0);
  }
  [[nodiscard]] const R* leaving_in(int step) {
    return rows ? rows->at(step).leaving : leaving.data() + place(step, 0);
  }
  /// Of the cohorts before it nothing is left from `step` on, for whose rows was asked last.
  [[nodiscard]] int oldest(int step) const {
    return rows ? rows->oldest() : step + 1 > ages ? step + 1 - ages : 0;
  }
  /// Where the shares of a cohort in a step lie, which is not before its own. Those of the cohorts
  /// after it stand behind it.
  [[nodiscard]] std::size_t place(int step, int cohort) const {
    return static_cast<std::size_t>((by_age ? steps - 1 - step : step * (step + 1) / 2) + cohort);
  }
};

}  // namespace critflow
