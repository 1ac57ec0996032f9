#pragma once

#include <span>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/base/years.hpp"
#include "critflow/network/view.hpp"

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

  /// Share of `cohort` in use at the end of each step, from its own to the last.
  [[nodiscard]] std::span<const R> survival_of(int instance, int cohort) const {
    const Curve& curve = curve_of(instance);
    return shares_of(curve, curve.survival, cohort);
  }
  /// Share of `cohort` that leaves during each step, from its own to the last.
  [[nodiscard]] std::span<const R> leaving_of(int instance, int cohort) const {
    const Curve& curve = curve_of(instance);
    return shares_of(curve, curve.leaving, cohort);
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
    bool by_age = true;  ///< then [age], else [cohort][age], each cohort shorter by one
    std::vector<R> survival{};
    std::vector<R> leaving{};
  };

  [[nodiscard]] const Curve& curve_of(int instance) const {
    return curves_[static_cast<std::size_t>(curve_[static_cast<std::size_t>(instance)])];
  }
  [[nodiscard]] std::span<const R> shares_of(const Curve& curve, const std::vector<R>& shares,
                                             int cohort) const {
    const auto length = static_cast<std::size_t>(steps_ - cohort);
    const auto before = static_cast<std::size_t>(cohort * steps_ - cohort * (cohort - 1) / 2);
    return {shares.data() + (curve.by_age ? 0 : before), length};
  }
  [[nodiscard]] Curve make_curve(const View<R>& view, int first_port, int instance) const;

  int lifetime_ = 0;
  Years axis_{1, 1};  ///< of the run, with the history before it
  int history_ = 0;
  int steps_ = 0;
  std::vector<int> curve_;  ///< by instance
  std::vector<Curve> curves_;
};

}  // namespace critflow
