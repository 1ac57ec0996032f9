#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace critflow {

/// The time axis. Flows are per year and stocks are amounts at the end of a step, so every step
/// carries its length [a]; on an annual axis all lengths are one.
///
/// A step reaches from the midpoint before its year to the midpoint after it; the first and last
/// step are as wide as their nearest midpoints say. `Years(2000, 2060)` is the annual axis.
class Years {
 public:
  /// Annual: first, first + 1, ..., last.
  /// @throws InvalidValue unless 1 <= first <= last <= 9999
  Years(int first, int last);

  /// Any rising years, at least three of them where they are not consecutive.
  /// @throws InvalidValue
  explicit Years(std::vector<int> years);

  [[nodiscard]] int size() const { return static_cast<int>(years_.size()); }
  [[nodiscard]] int operator[](int step) const { return years_[static_cast<std::size_t>(step)]; }
  [[nodiscard]] int first() const { return years_.front(); }
  [[nodiscard]] int last() const { return years_.back(); }
  [[nodiscard]] bool annual() const;
  [[nodiscard]] const std::vector<int>& values() const { return years_; }

  /// Where step `step` begins and ends [a]; `bound(step + 1)` ends it.
  [[nodiscard]] double bound(int step) const { return bounds_[static_cast<std::size_t>(step)]; }
  /// Length of the step [a].
  [[nodiscard]] double length(int step) const { return bound(step + 1) - bound(step); }

  /// Position of `year`, or -1 where the axis does not hold it.
  [[nodiscard]] int index_of(int year) const;

 private:
  std::vector<int> years_;
  std::vector<double> bounds_;
};

}  // namespace critflow
