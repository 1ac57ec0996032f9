#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/lifetime/entry.hpp"

namespace critflow {

/// log2 of the ages at the ends of the years of what enters at `place` of the first.
[[nodiscard]] std::vector<double> log2_ages(int years, double place);

/// Shares of a cohort with a Weibull lifetime at growing ages, for one lifetime or lane by lane:
///
///     hazard(i)   = (age(i) / scale)^shape = 2^(shape (log2 age(i) - log2 scale))
///     survival(i) = e^-hazard(i)
///     leaving(i)  = survival(i - 1) - survival(i)
///
/// Where less than a sixteenth leaves, leaving comes from the difference of the hazards, and keeps
/// its digits: within 4e-15 (1 + hazard) of the share. Shares below 1e-30 are zero.
/// @param log2_ages  [log2 a]; minus infinity at and before age zero
template <Real R>
void weibull_shares(std::span<const double> log2_ages, const R& shape, const R& log2_scale,
                    R* survival, R* leaving);

/// By age, at the ends of years.
template <Real R>
struct SharesByAge {
  std::vector<R> survival;
  std::vector<R> leaving;
};

/// The same at the ends of `years` years, of what enters the first of them as `entry` says.
template <Real R>
[[nodiscard]] SharesByAge<R> weibull_shares_by_age(int years, const Entry& entry, const R& shape,
                                                   const R& log2_scale) {
  std::vector<R> survival(static_cast<std::size_t>(years)), leaving(survival);
  SharesByAge<R> sums{std::vector<R>(survival.size(), R(0.0)),
                      std::vector<R>(survival.size(), R(0.0))};
  for (const auto& [place, share] : entry.points()) {
    weibull_shares<R>(log2_ages(years, place), shape, log2_scale, survival.data(), leaving.data());
    for (std::size_t age = 0; age < survival.size(); ++age) {
      sums.survival[age] += R(share) * survival[age];
      sums.leaving[age] += R(share) * leaving[age];
    }
  }
  return sums;
}

/// The same in one step for cohorts that each have a lifetime of their own. All are by cohort, of
/// those from `from` to before `to`.
/// @param hazard, left  those of the step before, zero and one of what enters; then of this step
/// @param survival, leaving  `share` of the shares is added
template <Real R>
void weibull_row(const double* log2_ages, int from, int to, const R* shape, const R* log2_scale,
                 double share, R* hazard, R* left, R* survival, R* leaving);

}  // namespace critflow
