#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "critflow/base/years.hpp"

namespace critflow {

/// What a number is in one year.
struct YearValue {
  int year = 0;
  double value = 0.0;

  [[nodiscard]] bool operator==(const YearValue&) const = default;
};

/// How the years between two points are filled in.
enum class Interpolation {
  linear,  ///< joined by straight lines
  step,    ///< a point holds until the next
  table    ///< not at all: every year of the axis has its point
};

/// A number over the years, from few points. Before the first and after the last point their values
/// hold; one point is a constant.
class Series {
 public:
  /// The same in every year.
  /// @throws InvalidValue unless finite
  Series(double constant);  // NOLINT: a number is a constant series

  /// Joined by straight lines: `{{2020, 0.4}, {2030, 0.7}}`.
  /// @throws InvalidValue unless the years rise and the values are finite
  Series(std::initializer_list<YearValue> points);
  explicit Series(std::vector<YearValue> points,
                  Interpolation interpolation = Interpolation::linear);

  ///     value(year) = from + (to - from) / (1 + exp(-(year - midpoint) / width))
  ///
  /// @param midpoint  year at which half the way is gone
  /// @param width     [a], > 0: in 4.4 widths around the midpoint it goes from 10 % to 90 %
  /// @throws InvalidValue
  [[nodiscard]] static Series logistic(double from, double to, double midpoint, double width);

  [[nodiscard]] double at(int year) const;
  /// One value per year of the axis.
  /// @throws InvalidValue where a table lacks a year
  [[nodiscard]] std::vector<double> over(const Years& years) const;

  [[nodiscard]] bool constant() const;
  /// The points, rising; empty for a logistic curve.
  [[nodiscard]] const std::vector<YearValue>& points() const { return points_; }
  /// Positions of the one or two points that decide `year`; {0} for a logistic curve.
  [[nodiscard]] std::vector<int> points_behind(int year) const;
  /// The same curve in another unit.
  [[nodiscard]] Series times(double factor) const;

  /// `linear`, `step`, `table`, `constant` or `logistic from 0 to 9 at 2033, width 3.1`.
  [[nodiscard]] std::string shape() const;

 private:
  struct Logistic {
    double from = 0.0;
    double to = 0.0;
    double midpoint = 0.0;
    double width = 0.0;  ///< zero: not logistic
  };
  Series() = default;

  std::vector<YearValue> points_;
  Interpolation interpolation_ = Interpolation::linear;
  Logistic logistic_;
};

}  // namespace critflow
