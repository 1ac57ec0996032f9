#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "critflow/base/lanes.hpp"

namespace critflow {

/// Shares of each cohort in one step: what is in use at its end, and what leaves during it.
template <Real R>
struct SharesInStep {
  const R* survival;  ///< [cohort]
  const R* leaving;   ///< [cohort]
  int first;          ///< cohort; those before it have no share left
};

/// Adds amount * share over the cohorts from `from` to before `to`.
template <Real R>
void add_cohorts(const R* amounts, const SharesInStep<R>& shares, int from, int to, R& in_use,
                 R& leaving);

/// What the cohorts of one series hold and release in a step, summed over them in the order in
/// which they entered: for a march through the years, which knows what leaves before what enters.
/// Two multiplications for each cohort and step; no (step, cohort) table is kept.
template <Real R>
class CohortSums {
 public:
  explicit CohortSums(int steps) : amounts_(static_cast<std::size_t>(steps), R(0.0)) {}

  /// Begins a step: nothing is in use until cohorts are added.
  void begin() { in_use_ = R(0.0); }
  /// Adds the cohorts from `from` to before `to` to what is in use.
  /// @return what of them leaves during the step
  R add(const SharesInStep<R>& shares, int from, int to) {
    R leaving(0.0);
    from = std::max(from, shares.first);
    if (from < to) add_cohorts<R>(amounts_.data(), shares, from, to, in_use_, leaving);
    return leaving;
  }
  /// Early retirement in `step`: of what older cohorts hold only `share` stays in use.
  /// @return the rest, which leaves
  R keep(int step, const R& share) {
    const R retired = in_use_ * (R(1.0) - share);
    in_use_ *= share;
    for (int cohort = 0; cohort < step; ++cohort)
      amounts_[static_cast<std::size_t>(cohort)] *= share;
    return retired;
  }
  /// `amount` enters as `cohort`, when those before it were added.
  /// @param stays  share of it in use at the end of the step
  void enter(int cohort, const R& amount, const R& stays) {
    amounts_[static_cast<std::size_t>(cohort)] = amount;
    in_use_ += amount * stays;
  }
  /// In use at the end of the step.
  [[nodiscard]] const R& in_use() const { return in_use_; }

 private:
  std::vector<R> amounts_;  ///< [cohort], less what was retired early
  R in_use_{0.0};
};

}  // namespace critflow
