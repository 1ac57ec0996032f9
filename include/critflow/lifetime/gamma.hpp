#pragma once

namespace critflow {

/// `shape` exponential stages one after the other, also where the shape is no whole number.
///
///     survival(age) = Q(shape, age / scale), the upper regularized incomplete gamma function
class Gamma {
 public:
  /// @param shape  [1], finite and > 0
  /// @param scale  [a], finite and > 0
  /// @throws InvalidValue
  Gamma(double shape, double scale);

  /// shape = mean^2 / sd^2, scale = sd^2 / mean
  /// @param mean  of the age [a], finite and > 0
  /// @param sd    of the age [a], finite and > 0
  /// @throws InvalidValue
  [[nodiscard]] static Gamma from_mean_sd(double mean, double sd);

  /// Share still in use at `age` [a]; one at and before age zero.
  [[nodiscard]] double survival(double age) const;
  /// Share that leaves between two ages [a], to full precision in both tails.
  [[nodiscard]] double leaving(double from, double to) const;
  /// Mean age at the end of use [a].
  [[nodiscard]] double mean() const noexcept { return shape_ * scale_; }

  [[nodiscard]] double shape() const noexcept { return shape_; }
  [[nodiscard]] double scale() const noexcept { return scale_; }

 private:
  double shape_;
  double scale_;
};

}  // namespace critflow
