#pragma once

#include <cstdint>
#include <span>

namespace critflow {

/// What is kept of many numbers without keeping them. A number that is not there (NaN) is left out.
/// Sums of squares are of deviations, so that nothing cancels. Source: Chan, Golub, LeVeque (1983),
/// The American Statistician 37.
struct Moments {
  std::int64_t count = 0;
  double mean = 0.0;
  double squares = 0.0;  ///< sum of (value - mean)^2
  double least = 0.0;
  double most = 0.0;
  std::int64_t least_sample = -1;  ///< the first that has the least
  std::int64_t most_sample = -1;

  /// Standard deviation of the values about their mean, of n - 1; zero for fewer than two.
  [[nodiscard]] double sd() const;

  [[nodiscard]] bool operator==(const Moments&) const = default;
};

/// Of the values of the samples `first`, `first + 1`, ...
[[nodiscard]] Moments moments_of(std::span<const double> values, std::int64_t first);

/// Of two groups together; samples of `before` come before those of `after`.
[[nodiscard]] Moments merged(const Moments& before, const Moments& after);

}  // namespace critflow
