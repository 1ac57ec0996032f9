#pragma once

#include <vector>

namespace critflow {

/// A survival curve of your own, as points joined by straight lines.
///
/// The first point is at age zero; a share below one there leaves on entry. The last point is the
/// age at which the last unit leaves: a table that stops before is refused, since it does not say
/// what becomes of the rest.
class Tabulated {
 public:
  /// @param ages    [a], rising from zero
  /// @param shares  still in use at these ages, from at most one, never rising, to zero
  /// @throws InvalidValue
  Tabulated(std::vector<double> ages, std::vector<double> shares);

  /// Shares at the whole ages 0, 1, 2, ...
  /// @throws InvalidValue
  explicit Tabulated(const std::vector<double>& shares);

  /// Share still in use at `age` [a]; one before age zero.
  [[nodiscard]] double survival(double age) const;
  /// Mean age at the end of use [a]: the area under the curve.
  [[nodiscard]] double mean() const;

 private:
  std::vector<double> ages_;
  std::vector<double> shares_;
};

}  // namespace critflow
