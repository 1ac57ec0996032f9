#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/base/years.hpp"
#include "critflow/network/view.hpp"
#include "critflow/stock/cohort_sums.hpp"

namespace critflow {

/// The shares of each cohort in use and leaving, for every instance of a process and every lane:
/// what a process with cohorts asks of the lifetime it read by `Builder::reads_lifetime`. Instances
/// whose lifetime has the same parameters share one curve; see `SurvivalTable` for what it holds.
///
/// Steps and cohorts are counted from the first of `history`, the cohorts of one year each that
/// entered before the first step of the run. They last as the first cohort of the run does.
template <Real R>
class SurvivalCurves {
 public:
  SurvivalCurves() = default;
  /// @param first_port  as given to `reads_lifetime`
  /// @param lifetime    which of the lifetimes that the process read, in that order
  /// @throws InvalidValue where a parameter lies outside its domain, naming process and lifetime
  SurvivalCurves(const View<R>& view, int first_port, int history, int lifetime = 0);

  /// The shares of all cohorts up to that of `step`.
  [[nodiscard]] SharesInStep<R> in_step(int instance, int step) const {
    const Curve& curve =
        curves_[static_cast<std::size_t>(curve_[static_cast<std::size_t>(instance)])];
    const std::size_t begin = curve.place(step, 0, steps_);
    return {curve.survival.data() + begin, curve.leaving.data() + begin,
            std::max(step + 1 - curve.ages, 0)};
  }
  /// Share of `cohort` in use at the end of `step`, which is not before its own.
  [[nodiscard]] const R& survival(int instance, int cohort, int step) const {
    return in_step(instance, step).survival[cohort];
  }
  /// Share of `cohort` that leaves during `step`, which is not before its own.
  [[nodiscard]] const R& leaving(int instance, int cohort, int step) const {
    return in_step(instance, step).leaving[cohort];
  }
  [[nodiscard]] int history() const { return history_; }
  /// Steps of the run and of the history before it.
  [[nodiscard]] int steps() const { return steps_; }
  /// Age at the end of a step of what entered at the end of the step of its cohort [a].
  [[nodiscard]] double age(int step, int cohort) const {
    return axis_.bound(step + 1) - axis_.bound(cohort + 1);
  }

 private:
  struct Curve {
    bool by_age;
    int ages;                 ///< in steps, until nothing is left
    std::vector<R> survival;  ///< the oldest first; else [step][cohort], each step longer by one
    std::vector<R> leaving;

    Curve(bool depends_on_age_only, int steps)
        : by_age(depends_on_age_only),
          ages(steps),
          survival(static_cast<std::size_t>(by_age ? steps : steps * (steps + 1) / 2), R(0.0)),
          leaving(survival) {}
    [[nodiscard]] std::size_t place(int step, int cohort, int steps) const {
      return static_cast<std::size_t>((by_age ? steps - 1 - step : step * (step + 1) / 2) + cohort);
    }
  };

  [[nodiscard]] Curve make_curve(const View<R>& view, int first_port, int instance) const;
  [[nodiscard]] std::vector<double> log2_ages(int cohort, double place) const;
  [[nodiscard]] Curve weibull_curve(const View<R>& view, int first_port, int instance) const;
  [[nodiscard]] Curve curve_of_tables(const View<R>& view, int first_port, int instance) const;

  int lifetime_ = 0;
  Years axis_{1, 1};  ///< of the run, with the history before it
  int history_ = 0;
  int steps_ = 0;
  std::vector<std::vector<double>> log2_ages_;  ///< of the first cohort, by its points of entry
  std::vector<int> curve_;                      ///< by instance
  std::vector<Curve> curves_;
};

}  // namespace critflow
