#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/lifetime/entry.hpp"
#include "critflow/lifetime/weibull_cohorts.hpp"

namespace critflow {

/// log2 of the ages at the ends of the years of what enters at `place` of the first.
[[nodiscard]] std::vector<double> log2_ages(int years, double place);

/// Shares of a cohort with a Weibull lifetime at growing ages, for one lifetime or lane by lane:
///
///     hazard(i)   = (age(i) / scale)^shape = 2^(shape (log2 age(i) - log2 scale))
///     leaving(i)  = survival(i - 1) (1 - e^(hazard(i - 1) - hazard(i)))
///     survival(i) = survival(i - 1) - leaving(i)
///
/// Both keep their digits, however small: survival within 4e-15 (1 + shape) (1 + hazard) of itself,
/// leaving within that and 1e-15 i / shape, as ages are known to so many digits only.
/// Survival below 1e-30 is zero.
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

/// 2^exponent, for exponents up to 1000; zero below -1000.
template <Real R>
void powers_of_two(std::span<const R> exponents, R* powers);

/// (age / reference)^shape, of the lifetime of the first cohort.
template <Real R>
void powers_of_ages(std::span<const double> log2_ages, const WeibullCohorts<R>& cohorts, R* powers);

/// The shares of `weibull_shares` in one step, of the cohorts from `from` to before `to`; all are
/// by cohort.
/// @param power     (age / reference)^shape in the step before, zero of what enters; then of this
/// @param left      survival in the step before, one of what enters; then of this
/// @param survival, leaving  get `share` of the shares, beside what is there where it `adds`
template <Real R>
void weibull_row(const double* log2_ages, int from, int to, const WeibullCohorts<R>& cohorts,
                 double share, bool adds, R* power, R* left, R* survival, R* leaving);

/// The same for cohorts of one shape.
/// @param growth  what is added to (age / reference)^shape in the step, by cohort
template <Real R>
void weibull_row_of_one_shape(const R* growth, int from, int to, const R* pace, double share,
                              bool adds, R* left, R* survival, R* leaving);

}  // namespace critflow
