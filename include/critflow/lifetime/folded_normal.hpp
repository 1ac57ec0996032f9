#pragma once

namespace critflow {

/// The size of a normal variable: what a normal lifetime has below zero is folded to above it.
///
///     survival(age) = (erfc((age - mu) / (sigma sqrt 2)) + erfc((age + mu) / (sigma sqrt 2))) / 2
///
/// `mu` and `sigma` belong to the variable before it is folded. Tools that ask for a mean and a
/// standard deviation here (ODYM, flodym) mean these two; the mean age is larger, see `mean`.
/// Source: Leone, Nelson and Nottingham (1961), Technometrics 3, 543-550.
class FoldedNormal {
 public:
  /// Largest sd / mean of the age, that of the half-normal (mu = 0): sqrt(pi / 2 - 1) [1].
  static constexpr double widest = 0.755510639762867;

  /// @param mu     [a], finite and >= 0
  /// @param sigma  [a], finite and > 0
  /// @throws InvalidValue
  FoldedNormal(double mu, double sigma);

  /// The folded normal whose ages have this mean and standard deviation [a].
  /// @throws InvalidValue unless 0 < sd <= widest * mean
  [[nodiscard]] static FoldedNormal from_mean_sd(double mean, double sd);

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
