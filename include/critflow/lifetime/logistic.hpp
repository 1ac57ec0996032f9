#pragma once

namespace critflow {

/// Ages at the end of use scatter evenly about the location, with heavier tails than the normal.
///
///     survival(age) = 1 / (1 + exp((age - location) / scale))
///
/// Not truncated: the mass below age zero, 1 - survival(0), leaves in the year of entry.
class Logistic {
 public:
  /// @param location  [a], finite and >= 0: the age that one half survives
  /// @param scale     [a], finite and > 0
  /// @throws InvalidValue
  Logistic(double location, double scale);

  /// location = mean, scale = sd sqrt(3) / pi
  /// @param mean  [a], finite and >= 0
  /// @param sd    [a], finite and > 0
  /// @throws InvalidValue
  [[nodiscard]] static Logistic from_mean_sd(double mean, double sd);

  /// Share still in use at `age` [a].
  [[nodiscard]] double survival(double age) const;
  /// Share that leaves between two ages [a], to full precision in both tails.
  [[nodiscard]] double leaving(double from, double to) const;
  /// Mean of the distribution as it stands, with its mass below zero [a].
  [[nodiscard]] double mean() const noexcept { return location_; }

  [[nodiscard]] double location() const noexcept { return location_; }
  [[nodiscard]] double scale() const noexcept { return scale_; }

 private:
  double location_;
  double scale_;
};

}  // namespace critflow
