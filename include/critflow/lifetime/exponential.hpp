#pragma once

namespace critflow {

/// The same hazard at every age: what leaves is a constant share of what is there.
///
///     survival(age) = exp(-age / mean)
class Exponential {
 public:
  /// @param mean  [a], finite and > 0; the standard deviation equals it
  /// @throws InvalidValue
  explicit Exponential(double mean);

  /// Share still in use at `age` [a]; one at and before age zero.
  [[nodiscard]] double survival(double age) const;
  /// Share that leaves between two ages [a], to full precision.
  [[nodiscard]] double leaving(double from, double to) const;
  /// Mean age at the end of use [a].
  [[nodiscard]] double mean() const noexcept { return mean_; }

 private:
  double mean_;
};

}  // namespace critflow
