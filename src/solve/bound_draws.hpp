#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "base/index.hpp"
#include "critflow/base/lanes.hpp"
#include "critflow/scenario/system.hpp"
#include "critflow/solve/draw.hpp"
#include "critflow/solve/plan.hpp"

namespace critflow {

/// Numbers that a draw has for each sample: one, or one for each year.
/// @throws InvalidValue
[[nodiscard]] std::size_t years_of(const Draw& draw, const System& system, int samples);

/// The draws of a study, found among the loads of a plan.
class BoundDraws {
 public:
  /// Nothing is drawn.
  BoundDraws() = default;
  /// @throws InvalidValue
  BoundDraws(const Plan& plan, const System& system, std::span<const Draw> draws, int samples);

  /// The draws that act on a load of the plan, in order.
  [[nodiscard]] std::span<const int> on_once(std::size_t load) const { return of(once_, load); }
  [[nodiscard]] std::span<const int> on_yearly(std::size_t load) const { return of(yearly_, load); }

  /// What the parameter of a draw may be.
  [[nodiscard]] const Bounds& bounds(int draw) const { return draws_[at(draw)].bounds; }

  /// `before` as a draw leaves it in the samples from `first`; lanes beyond the last repeat it.
  template <Real R>
  [[nodiscard]] R apply(int draw, const R& before, int first, int step) const {
    const Bound& one = draws_[at(draw)];
    const std::size_t year = one.years == 1 ? 0 : at(step);
    const R drawn = each_lane<R>([&](int k) {
      return one.draw->values[at(std::min(first + k, samples_ - 1)) * one.years + year];
    });
    return one.draw->multiplies ? before * drawn : drawn;
  }

 private:
  struct Bound {
    const Draw* draw;
    std::size_t years;  ///< one, or those of the axis
    Bounds bounds;
  };
  using ByLoad = std::vector<std::vector<int>>;

  static std::span<const int> of(const ByLoad& draws, std::size_t load) {
    return draws.empty() ? std::span<const int>() : draws[load];
  }
  void bind(const Plan& plan, const System& system, const Draw& draw);

  int samples_ = 1;
  std::vector<Bound> draws_{};
  ByLoad once_{};
  ByLoad yearly_{};
};

}  // namespace critflow
