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
#include "year_kernels.hpp"

namespace critflow {

/// Numbers that a draw has for each sample: one, or one for each year.
/// @throws InvalidValue
[[nodiscard]] std::size_t years_of(const Draw& draw, const System& system, int samples);

/// Loads of a plan, by what becomes of them.
struct BoundLoads {
  /// Its draws act where its levers do.
  struct Levered {
    int slot;
    int number;  ///< among those with levers
  };
  /// What a draw or a lever makes must lie within the bounds of its parameter.
  struct Bounded {
    int parameter;
    int cell;
  };

  std::vector<GivenLoad> given{};  ///< as the system has them
  std::vector<DrawnLoad> drawn{};
  std::vector<ActingDraw> acting{};
  std::vector<Levered> levered{};
  std::vector<Within> bounds{};
  std::vector<Bounded> bounded{};  ///< by place in `bounds`
};

/// The draws of a study, found among the loads of a plan, and the levers over what they draw.
class BoundDraws {
 public:
  /// Nothing is drawn.
  explicit BoundDraws(const Plan& plan);
  /// @param levers  of the system
  /// @throws InvalidValue
  BoundDraws(const Plan& plan, const System& system, const Composition& levers,
             std::span<const Draw> draws, int samples);

  [[nodiscard]] const BoundLoads& once() const { return once_; }
  [[nodiscard]] const BoundLoads& yearly() const { return yearly_; }
  /// Those of the yearly loads that are needed ahead.
  [[nodiscard]] const BoundLoads& ahead() const { return ahead_; }

  /// The samples from `first`, side by side; lanes beyond the last repeat it.
  template <Real R>
  struct Side {
    std::vector<R> of_all_years{};  ///< by draw with one value
    std::vector<R> of_years{};      ///< [draw with one for each year][step]
    std::vector<R> levered{};       ///< [step][number with levers over what is drawn]
  };
  template <Real R>
  void gather(int first, Side<R>& side) const {
    side.of_all_years.resize(at(of_all_years_));
    side.of_years.resize(at(of_years_ * steps_));
    for (const Bound& one : draws_)
      if (one.acting.yearly)
        gather(one, first, steps_, &side.of_years[at(one.acting.draw * steps_)]);
      else
        gather(one, first, 1, &side.of_all_years[at(one.acting.draw)]);
    lay_levers(side);
  }
  /// What levers make of a number that is drawn.
  template <Real R>
  [[nodiscard]] const R& levered(const Side<R>& side, int number, int step) const {
    return side.levered[at(step) * draws_on_.size() + at(number)];
  }

 private:
  struct Bound {
    const Draw* draw;
    int parameter;
    std::vector<int> cells;
    ActingDraw acting;
  };

  /// [year]
  template <Real R>
  void gather(const Bound& one, int first, int years, R* values) const {
    for (int k = 0; k < lane_count<R>; ++k) {
      const int sample = std::min(first + k, samples_ - 1);
      const double* const from = one.draw->values.data() + at(sample) * at(years);
      for (int year = 0; year < years; ++year) set_lane(values[year], k, from[year]);
    }
  }
  /// Draws every number that has levers, in every year, and lays the levers over them.
  template <Real R>
  void lay_levers(Side<R>& side) const {
    side.levered.clear();
    for (int step = 0; step < (draws_on_.empty() ? 0 : steps_); ++step) {
      for (std::size_t i = 0; i < draws_on_.size(); ++i)
        side.levered.push_back(
            drawn(draws_on_[i], R(levers_->cells()[i].reference[at(step)]), side, step));
      levers_->lay(step, std::span(side.levered).last(draws_on_.size()));
    }
  }
  /// `before` as draws leave it.
  template <Real R>
  [[nodiscard]] R drawn(std::span<const int> draws, const R& before, const Side<R>& side,
                        int step) const {
    R value = before;
    for (const int number : draws) {
      const ActingDraw& one = draws_[at(number)].acting;
      const R& now = one.yearly ? side.of_years[at(one.draw * steps_ + step)]
                                : side.of_all_years[at(one.draw)];
      value = one.multiplies ? value * now : now;
    }
    return value;
  }
  void bind_levers(const Composition& levers);
  void bind(const Plan::Load& load, int number, const Bounds& bounds, BoundLoads& loads) const;
  [[nodiscard]] std::vector<int> draws_on(int parameter, int cell) const;

  int samples_ = 1;
  int steps_ = 0;
  int of_all_years_ = 0;  ///< draws
  int of_years_ = 0;
  std::vector<Bound> draws_{};
  std::optional<Composition> levers_{};       ///< over what is drawn
  std::vector<std::vector<int>> draws_on_{};  ///< by cell of `levers_`
  BoundLoads once_{};
  BoundLoads yearly_{};
  BoundLoads ahead_{};
};

}  // namespace critflow
