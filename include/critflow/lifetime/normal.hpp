#pragma once

namespace critflow {

/// Ages at the end of use scatter evenly about the mean.
///
///     survival(age) = erfc((age - mean) / (sd sqrt 2)) / 2
///
/// Not truncated: the mass below age zero, 1 - survival(0), leaves in the year of entry.
class Normal {
 public:
  /// @param mean  [a], finite and >= 0
  /// @param sd    standard deviation [a], finite and > 0
  /// @throws InvalidValue
  Normal(double mean, double sd);
  /// The constructor under the name that all lifetimes share.
  [[nodiscard]] static Normal from_mean_sd(double mean, double sd) { return {mean, sd}; }

  /// Share still in use at `age` [a].
  [[nodiscard]] double survival(double age) const;
  /// Share that leaves between two ages [a], to full precision in both tails.
  [[nodiscard]] double leaving(double from, double to) const;
  /// Mean of the distribution as it stands, with its mass below zero [a].
  [[nodiscard]] double mean() const noexcept { return mean_; }
  [[nodiscard]] double sd() const noexcept { return sd_; }

 private:
  double mean_;
  double sd_;
};

}  // namespace critflow
