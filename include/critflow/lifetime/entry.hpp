#pragma once

#include <span>
#include <string>
#include <vector>

namespace critflow {

/// When within its step a cohort enters use, and so how old it is at the end of a year.
///
/// On an annual axis `end` gives the ages 0, 1, 2, ... (most published models, ODYM), `middle` 0.5,
/// 1.5, ... and `start` 1, 2, 3, ...; `spread` takes the mean over the whole step, by Gauss-Lobatto
/// quadrature: right for lives not much longer than a step.
class Entry {
 public:
  /// A place in the step, from 0 (its beginning) to 1, and the share that enters there.
  struct Point {
    double place;
    double share;
  };

  [[nodiscard]] static Entry start();
  [[nodiscard]] static Entry middle();
  [[nodiscard]] static Entry end();
  /// Source: Abramowitz and Stegun (1964), 25.4.32.
  /// @param points  2 to 10
  /// @throws InvalidValue
  [[nodiscard]] static Entry spread(int points);

  [[nodiscard]] std::span<const Point> points() const { return points_; }
  /// As results show it: `end`, `spread 6`.
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  Entry(std::string name, std::vector<Point> points);

  std::string name_;
  std::vector<Point> points_;
};

}  // namespace critflow
