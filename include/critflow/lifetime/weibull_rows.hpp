#pragma once

#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/base/years.hpp"
#include "critflow/lifetime/entry.hpp"
#include "critflow/lifetime/weibull_cohorts.hpp"

namespace critflow {

/// Shares of cohorts with Weibull lifetimes that change from cohort to cohort, for some steps in a
/// row, lane by lane:
///
///     hazard(t, c)   = (age / scale(c))^shape(c), with the age at the end of step t
///     leaving(t, c)  = survival(t - 1, c) (1 - e^(hazard(t - 1, c) - hazard(t, c)))
///     survival(t, c) = survival(t - 1, c) - leaving(t, c), both however small
///
/// A march through the years needs no others: a table of all steps would be written to memory and
/// read back, and with many such lifetimes that takes longer than to make it.
template <Real R>
class WeibullRows {
 public:
  static constexpr int together = 4;  ///< steps

  WeibullRows(const Years& axis, const Entry& entry);

  /// Begins anew, with the lifetime of every cohort.
  void start(std::vector<R> shape, std::vector<R> log2_scale);
  /// [cohort], up to that of the step
  struct Row {
    const R* survival;
    const R* leaving;
  };
  /// Makes the rows of `first` and the steps together with it, in place of those before. In the
  /// order of steps each row costs as much; elsewhere those before it are made again.
  void make(int first);
  /// Makes the row of this step, where it is not among those that were made.
  [[nodiscard]] Row at(int step);
  /// Of the cohorts before it nothing is left in the steps that were made.
  [[nodiscard]] int oldest() const { return oldest_; }

 private:
  /// Where in its step something enters, and how far it has come.
  struct EntryPoint {
    double share;
    std::vector<double> log2_ages;  ///< by age, the oldest first; else [step][cohort]
    std::vector<R> growth{};        ///< by age, of the power of the age; where cohorts share it
    std::vector<R> power{};         ///< [cohort], in the step that was made last; where not
    std::vector<R> left{};
  };

  void forget();
  void make(int first, int count);
  void make_row(int step);
  void find_growth(EntryPoint& point) const;
  [[nodiscard]] bool is_over(int cohort) const;

  int steps_;
  bool annual_;
  bool of_one_shape_ = false;
  std::vector<EntryPoint> points_;
  WeibullCohorts<R> cohorts_{};
  std::vector<R> survival_;  ///< [step made][cohort]
  std::vector<R> leaving_;
  int first_ = 0;
  int made_ = 0;  ///< behind the last
  int oldest_ = 0;
};

}  // namespace critflow
