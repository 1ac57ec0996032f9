#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <vector>

#include "critflow/base/lanes.hpp"

namespace critflow {

/// The shares of each cohort in some steps in a row. Where the axis ends before them, the last step
/// stands for those after it, and nobody asks for their sums.
template <Real R>
struct SharesAhead {
  static constexpr int steps = 4;
  int first = 0;                           ///< step
  int oldest = 0;                          ///< cohort: of those before it nothing is left
  std::array<const R*, steps> survival{};  ///< [step][cohort]: in use at its end
  std::array<const R*, steps> leaving{};   ///< [step][cohort]: leaves during it
};

/// Of the cohorts from `from` to before `to`, amount * share in each step.
template <Real R>
void sum_cohorts(const R* amounts, const SharesAhead<R>& shares, int from, int to, R* in_use,
                 R* leaving);

/// What enters in `step`, one of those of `shares`: in use at its end and in those after it,
/// leaving in those after it.
template <Real R>
void add_cohort(const R& entering, const SharesAhead<R>& shares, int step, R* in_use, R* leaving);

/// amount * share of the cohorts from `from` to before `to`.
template <Real R>
[[nodiscard]] R sum_of_products(const R* amounts, const R* shares, int from, int to);

/// What the cohorts of many series hold and release, for a march through the years, which knows
/// what leaves in a step before it knows what enters:
///
///     in_use(t)  = sum over cohorts c of amount(c) * survival(t, c)
///     leaving(t) = sum over cohorts c of amount(c) * leaving(t, c)
///
/// Four steps are summed at once, so that amounts are read once for them and eight sums stay in
/// registers; what enters within the four is added to those after it. No (step, cohort) table is
/// kept. Cost: two multiplications for each cohort and step.
template <Real R>
class CohortSums {
 public:
  CohortSums() = default;
  CohortSums(int series, int steps)
      : steps_(static_cast<std::size_t>(steps)),
        amounts_(static_cast<std::size_t>(series) * steps_, R(0.0)),
        filled_(static_cast<std::size_t>(series)),
        sums_(static_cast<std::size_t>(series)) {}

  /// Nothing has entered.
  void clear() { std::fill(filled_.begin(), filled_.end(), Filled{}); }
  /// A cohort that entered before the first step that is looked at.
  void entered_before(int series, int cohort, const R& entering) {
    const auto at = static_cast<std::size_t>(series);
    amounts_[at * steps_ + static_cast<std::size_t>(cohort)] = entering;
    if (is_nothing(entering)) return;
    if (filled_[at].end == 0) filled_[at].begin = cohort;
    filled_[at].end = cohort + 1;
  }
  /// What the cohorts before the first of these steps hold and release in all of them.
  void look_ahead(int series, const SharesAhead<R>& shares) {
    const Filled& filled = filled_[static_cast<std::size_t>(series)];
    Sums& sums = of(series);
    sum_cohorts<R>(amounts(series), shares, std::max(filled.begin, shares.oldest), filled.end,
                   sums.in_use.data(), sums.leaving.data());
    first_ = shares.first;
  }
  /// The cohort of `step`, one of those looked at. The share of it that leaves at once is not among
  /// what is leaving: whoever knows the inflow knows that.
  void enter(int series, int step, const R& entering, const SharesAhead<R>& shares) {
    entered_before(series, step, entering);
    if (is_nothing(entering)) return;
    Sums& sums = of(series);
    add_cohort<R>(entering, shares, step, sums.in_use.data(), sums.leaving.data());
  }
  /// Early retirement: of what older cohorts would hold at the end of `step`, and of all that comes
  /// of it, only `share` stays; the rest leaves during the step.
  void keep(int series, int step, const R& share) {
    Sums& sums = of(series);
    R& held = sums.in_use[place(step)];
    sums.leaving[place(step)] += held * (R(1.0) - share);
    held *= share;
    for (std::size_t k = place(step) + 1; k < ahead; ++k) {
      sums.in_use[k] *= share;
      sums.leaving[k] *= share;
    }
    const auto before = static_cast<std::size_t>(series) * steps_;
    for (std::size_t c = before; c < before + static_cast<std::size_t>(step); ++c)
      amounts_[c] *= share;
  }

  /// In use at the end of a step, of all that have entered.
  [[nodiscard]] const R& in_use(int series, int step) const {
    return sums_[static_cast<std::size_t>(series)].in_use[place(step)];
  }
  /// Leaves during a step, of all that entered before it.
  [[nodiscard]] const R& leaving(int series, int step) const {
    return sums_[static_cast<std::size_t>(series)].leaving[place(step)];
  }
  /// [cohort], less what was retired early.
  [[nodiscard]] const R* amounts(int series) const {
    return amounts_.data() + static_cast<std::size_t>(series) * steps_;
  }

 private:
  static constexpr std::size_t ahead = SharesAhead<R>::steps;
  /// The first cohort of a series in which something entered, and that behind the last: variants
  /// come and go, and many hold nothing of a metal.
  struct Filled {
    int begin = 0;
    int end = 0;
  };
  struct Sums {
    std::array<R, ahead> in_use{};
    std::array<R, ahead> leaving{};
  };

  [[nodiscard]] Sums& of(int series) { return sums_[static_cast<std::size_t>(series)]; }
  [[nodiscard]] std::size_t place(int step) const {
    return static_cast<std::size_t>(step - first_);
  }
  [[nodiscard]] static bool is_nothing(const R& amount) {
    return std::memcmp(&amount, &zero, sizeof amount) == 0;
  }

  inline static const R zero{0.0};

  std::size_t steps_ = 0;
  int first_ = 0;               ///< of the steps that were looked at last
  std::vector<R> amounts_;      ///< [series][cohort]
  std::vector<Filled> filled_;  ///< [series]
  std::vector<Sums> sums_;      ///< [series]
};

}  // namespace critflow
