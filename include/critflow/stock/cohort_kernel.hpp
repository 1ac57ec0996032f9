#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/stock/shrinking_stock.hpp"

namespace critflow {

/// Adds amount * share at each age to the sums of the steps in which a cohort has it.
template <Real R>
void project_cohort(const R& amount, std::span<const R> survival, std::span<const R> leaving,
                    R* in_use, R* gone);

/// What the cohorts that have entered so far hold and release, in every step of the axis: the
/// kernel under all stocks, for one series or for many side by side in the lanes of `R`.
///
///     in_use(t)  = sum over cohorts c of amount(c) * survival(t, c)
///     leaving(t) = sum over cohorts c of amount(c) * leaving(t, c)
///
/// Cohorts enter one after the other, when their amount is known, so a march through the years
/// reads what leaves in a step before it knows what enters. No (step, cohort) table is kept.
/// Cost: two multiplications for each step that a cohort has before it.
template <Real R>
class CohortProjection {
 public:
  explicit CohortProjection(int steps)
      : in_use_(static_cast<std::size_t>(steps), R(0.0)), leaving_(in_use_) {}

  /// `amount` [unit] enters in step `cohort`; its shares from that step on, as in `SurvivalTable`.
  void enter(int cohort, const R& amount, std::span<const R> survival, std::span<const R> leaving) {
    const auto first = static_cast<std::size_t>(cohort);
    project_cohort<R>(amount, survival, leaving, in_use_.data() + first, leaving_.data() + first);
  }

  /// Early retirement: of what would be in use at the end of `step`, of every cohort alike, only
  /// `share` stays; the rest leaves during the step.
  void keep(int step, const R& share) {
    const auto now = static_cast<std::size_t>(step);
    leaving_[now] += in_use_[now] * (R(1.0) - share);
    in_use_[now] *= share;
    for (std::size_t later = now + 1; later < in_use_.size(); ++later) {
      in_use_[later] *= share;
      leaving_[later] *= share;
    }
  }

  /// In use at the end of `step` [unit].
  [[nodiscard]] const R& in_use(int step) const { return in_use_[static_cast<std::size_t>(step)]; }
  /// Leaves during `step` [unit].
  [[nodiscard]] const R& leaving(int step) const {
    return leaving_[static_cast<std::size_t>(step)];
  }

 private:
  std::vector<R> in_use_;
  std::vector<R> leaving_;
};

/// What a stock prescribed at the end of a step asks for.
template <Real R>
struct Asked {
  R addition;  ///< of what enters, in use at the end of the step [unit]
  R kept;      ///< share of the older cohorts that stays in use [1]
};

/// Only under `allow_negative` is the addition ever below zero. `refuse` asks for nothing where
/// there is a surplus: to refuse is up to the caller, who knows whose stock it is.
/// @param stock   wanted at the end of the step [unit]
/// @param in_use  at the end of the step, of the older cohorts [unit]
template <Real R>
[[nodiscard]] Asked<R> asked_by_stock(const R& stock, const R& in_use, ShrinkingStock rule) {
  const R gap = stock - in_use;
  if (rule == ShrinkingStock::allow_negative) return {gap, R(1.0)};
  const bool retire = rule == ShrinkingStock::retire_early;
  return {larger(gap, R(0.0)), retire ? select(-gap, stock / in_use, R(1.0)) : R(1.0)};
}

}  // namespace critflow
