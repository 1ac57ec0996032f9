#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "base/index.hpp"
#include "critflow/base/lanes.hpp"
#include "critflow/policy/composition.hpp"
#include "critflow/scenario/system.hpp"
#include "critflow/solve/draw.hpp"
#include "critflow/solve/plan.hpp"

namespace critflow {

/// Numbers that a draw has for each sample: one, or one for each year.
/// @throws InvalidValue
[[nodiscard]] std::size_t years_of(const Draw& draw, const System& system, int samples);

/// The draws of a study, found among the loads of a plan, and the levers over what they draw.
class BoundDraws {
 public:
  /// What draws make other of a load than its system has.
  struct Touched {
    std::vector<int> draws{};  ///< in the order in which they act
    int levered = -1;          ///< its number among those with levers; then the draws act there
    Bounds bounds{};           ///< what its parameter may be

    [[nodiscard]] bool any() const { return levered >= 0 || !draws.empty(); }
  };

  /// Nothing is drawn.
  BoundDraws() = default;
  /// @param levers  of the system
  /// @throws InvalidValue
  BoundDraws(const Plan& plan, const System& system, const Composition& levers,
             std::span<const Draw> draws, int samples);

  /// Of each load of the plan; empty where nothing is drawn.
  [[nodiscard]] std::span<const Touched> once() const { return once_; }
  [[nodiscard]] std::span<const Touched> yearly() const { return yearly_; }

  /// The samples from `first`, side by side; lanes beyond the last repeat it. What has one value
  /// for all years is gathered once.
  template <Real R>
  struct Side {
    int first = 0;
    std::vector<R> of_all_years{};  ///< by draw
  };
  template <Real R>
  void gather(int first, Side<R>& side) const {
    side.first = first;
    side.of_all_years.clear();
    for (const Bound& one : draws_)
      side.of_all_years.push_back(one.years == 1 ? values<R>(one, first, 0) : R(0.0));
  }

  /// `before` as draws leave it.
  template <Real R>
  [[nodiscard]] R drawn(std::span<const int> draws, const R& before, const Side<R>& side,
                        int step) const {
    R value = before;
    for (const int number : draws) {
      const Bound& one = draws_[at(number)];
      const R& now =
          one.years == 1 ? side.of_all_years[at(number)] : values<R>(one, side.first, step);
      value = one.draw->multiplies ? value * now : now;
    }
    return value;
  }

  /// Numbers that are drawn and have levers, or share a sum with such a one.
  [[nodiscard]] std::size_t levered() const { return draws_on_.size(); }
  /// Draws all of these, in every year, and lays the levers over them: [step][number].
  template <Real R>
  void lay_levers(const Side<R>& side, std::vector<R>& values) const {
    values.clear();
    if (levered() == 0) return;
    for (int step = 0; step < steps_; ++step) {
      for (std::size_t i = 0; i < levered(); ++i)
        values.push_back(
            drawn(draws_on_[i], R(levers_->cells()[i].reference[at(step)]), side, step));
      levers_->lay(step, std::span(values).last(levered()));
    }
  }

 private:
  struct Bound {
    const Draw* draw;
    std::size_t years;  ///< one, or those of the axis
    int parameter;
    std::vector<int> cells;
  };

  template <Real R>
  [[nodiscard]] R values(const Bound& one, int first, int year) const {
    return each_lane<R>([&](int k) {
      return one.draw->values[at(std::min(first + k, samples_ - 1)) * one.years + at(year)];
    });
  }
  void bind_levers(const Composition& levers);
  void bind(const System& system, const std::vector<Plan::Load>& loads,
            std::vector<Touched>& touched) const;
  [[nodiscard]] std::vector<int> draws_on(int parameter, int cell) const;

  int samples_ = 1;
  int steps_ = 0;
  std::vector<Bound> draws_{};
  std::optional<Composition> levers_{};       ///< over what is drawn
  std::vector<std::vector<int>> draws_on_{};  ///< by cell of `levers_`
  std::vector<Touched> once_{};
  std::vector<Touched> yearly_{};
};

}  // namespace critflow
