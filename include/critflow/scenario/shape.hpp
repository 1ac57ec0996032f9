#pragma once

#include <string>
#include <vector>

#include "critflow/scenario/series.hpp"

namespace critflow {

/// How far a lever has come, year by year: a factor f within [0, 1]. Delayed by d years and at
/// probability p it is p f(year - d), the share that is expected.
class Shape {
 public:
  /// One in every year.
  Shape() = default;

  /// Nothing before the year, all from it on: bans, dates of law.
  [[nodiscard]] static Shape step(int year);
  ///     f = clip((year - first) / (last - first), 0, 1)
  /// @throws InvalidValue unless first < last
  [[nodiscard]] static Shape linear(int first, int last);
  ///     f = 1 / (1 + exp(-ln(81) (year - (t10 + t90) / 2) / (t90 - t10)))
  ///
  /// so that f(t10) = 0.1 and f(t90) = 0.9; it never reaches one, and what is below 0.001 is zero.
  /// @throws InvalidValue unless t10 < t90
  [[nodiscard]] static Shape logistic(int t10, int t90);
  /// Joined by straight lines, flat outside.
  /// @throws InvalidValue unless the years rise and the values lie in [0, 1]
  [[nodiscard]] static Shape anchors(std::vector<YearValue> points);
  /// One in [first, first + length), else nothing: shocks, what is released once.
  /// @throws InvalidValue unless length > 0 [a]
  [[nodiscard]] static Shape pulse(int first, int length);

  /// The same, so many years later.
  /// @throws InvalidValue where below zero
  [[nodiscard]] Shape delayed(int years) const;
  /// The expected share of what comes with this probability only.
  /// @throws InvalidValue unless in (0, 1]
  [[nodiscard]] Shape expected(double probability) const;

  /// The same, times an effort within [0, 1] that was solved.
  [[nodiscard]] Shape with_effort(Series effort) const;

  [[nodiscard]] double at(int year) const;
  /// The years that it names, before any delay.
  [[nodiscard]] const std::vector<int>& years() const { return years_; }
  [[nodiscard]] int delay() const { return delay_; }
  [[nodiscard]] double probability() const { return probability_; }
  /// `linear from 2027 to 2035, delayed by 2 years, expected at probability 0.6`.
  [[nodiscard]] std::string text() const;

 private:
  Shape(Series path, std::vector<int> years, std::string text);

  Series path_{1.0};
  std::vector<int> years_;
  std::string text_{"always"};
  int delay_ = 0;
  double probability_ = 1.0;
  Series effort_{1.0};
};

}  // namespace critflow
