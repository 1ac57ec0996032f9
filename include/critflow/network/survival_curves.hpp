#pragma once

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
///
/// The curves lie in what the view shows, where a march finds them again: those of lifetimes that
/// no sample draws are made once. These are views of them, and end with what the view shows.
template <Real R>
class SurvivalCurves {
 public:
  /// `in_order`: steps are asked for one after the other, and not all need to be kept. What was got
  /// of one step may be gone when another is asked for.
  enum class Steps { in_any_order, in_order };

  SurvivalCurves() = default;
  /// Where a parameter lies outside its domain the view is told, naming process and lifetime.
  /// @param first_port  as given to `reads_lifetime`
  /// @param lifetime    which of the lifetimes that the process read, in that order
  SurvivalCurves(const View<R>& view, int first_port, int history, int lifetime = 0,
                 Steps asked = Steps::in_any_order);

  /// Share of `cohort` in use at the end of `step`, which is not before its own.
  [[nodiscard]] const R& survival(int instance, int cohort, int step) const {
    return of(instance).survival_in(step)[cohort];
  }
  /// Share of `cohort` that leaves during `step`, which is not before its own.
  [[nodiscard]] const R& leaving(int instance, int cohort, int step) const {
    return of(instance).leaving_in(step)[cohort];
  }
  /// The shares in a step of the run and those after it, as `CohortSums` takes them.
  [[nodiscard]] const SharesAhead<R>& ahead(int instance, int step) const {
    SurvivalCurve<R>& curve = of(instance);
    if (curve.ahead.first != step) look_ahead(curve, step);
    return curve.ahead;
  }

  [[nodiscard]] int history() const { return history_; }
  /// Steps of the run and of the history before it.
  [[nodiscard]] int steps() const { return axis_.size(); }
  /// Age at the end of a step of what entered at the end of the step of its cohort [a].
  [[nodiscard]] double age(int step, int cohort) const {
    return axis_.bound(step + 1) - axis_.bound(cohort + 1);
  }

 private:
  static void look_ahead(SurvivalCurve<R>& curve, int step);
  [[nodiscard]] SurvivalCurve<R>& of(int instance) const {
    return *curve_[static_cast<std::size_t>(instance)];
  }

  Years axis_{1, 1};  ///< of the run, with the history before it
  int history_ = 0;
  std::vector<SurvivalCurve<R>*> curve_;  ///< by instance
};

}  // namespace critflow
