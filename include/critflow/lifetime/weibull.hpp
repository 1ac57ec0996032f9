#pragma once

namespace critflow {

/// Wear-out: the hazard grows with age where shape > 1, falls where shape < 1.
///
///     survival(age) = exp(-(age / scale)^shape)
///
/// Source: Weibull (1951), J. Appl. Mech. 18, 293-297.
class Weibull {
 public:
  /// @param shape  [1], finite and > 0
  /// @param scale  [a], finite and > 0: the age that a share 1/e survives
  /// @throws InvalidValue
  Weibull(double shape, double scale);

  /// Solves 1 + sd^2 / mean^2 = gamma(1 + 2 / shape) / gamma(1 + 1 / shape)^2 for the shape.
  /// @param mean  of the age [a], finite and > 0
  /// @param sd    of the age [a], finite and > 0
  /// @throws InvalidValue
  [[nodiscard]] static Weibull from_mean_sd(double mean, double sd);

  /// Share still in use at `age` [a]; one at and before age zero.
  [[nodiscard]] double survival(double age) const;
  /// Share that leaves between two ages [a], to full precision.
  [[nodiscard]] double leaving(double from, double to) const;
  /// Mean age at the end of use [a].
  [[nodiscard]] double mean() const;

  [[nodiscard]] double shape() const noexcept { return shape_; }
  [[nodiscard]] double scale() const noexcept { return scale_; }

 private:
  double shape_;
  double scale_;
};

}  // namespace critflow
