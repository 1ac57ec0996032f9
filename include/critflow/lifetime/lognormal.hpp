#pragma once

namespace critflow {

/// The logarithm of the age at the end of use is normal: a long tail of old units.
///
///     survival(age) = erfc((ln age - mu) / (sigma sqrt 2)) / 2
///
/// From mean and standard deviation of the age itself:
///
///     sigma^2 = ln(1 + sd^2 / mean^2),   mu = ln mean - sigma^2 / 2
///
/// ODYM and its relatives have mean^2 / sd^2 in that place: they get the mean right, the spread
/// not.
class Lognormal {
 public:
  /// @param mu     mean of ln(age / 1 a), finite
  /// @param sigma  standard deviation of ln(age / 1 a), finite and > 0
  /// @throws InvalidValue
  Lognormal(double mu, double sigma);

  /// @param mean  of the age [a], finite and > 0
  /// @param sd    of the age [a], finite and > 0
  /// @throws InvalidValue
  [[nodiscard]] static Lognormal from_mean_sd(double mean, double sd);

  /// Share still in use at `age` [a]; one at and before age zero.
  [[nodiscard]] double survival(double age) const;
  /// Share that leaves between two ages [a], to full precision in both tails.
  [[nodiscard]] double leaving(double from, double to) const;
  /// Mean age at the end of use [a].
  [[nodiscard]] double mean() const;

  [[nodiscard]] double mu() const noexcept { return mu_; }
  [[nodiscard]] double sigma() const noexcept { return sigma_; }

 private:
  double mu_;
  double sigma_;
};

}  // namespace critflow
