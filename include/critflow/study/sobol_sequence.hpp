#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace critflow {

/// The points of Sobol' in the order of the Gray code, with the direction numbers of S. Joe, F. Y.
/// Kuo, Constructing Sobol sequences with better two-dimensional projections (SIAM J. Sci. Comput.
/// 30, 2008). Any point is made by itself, the origin is the first.
class SobolSequence {
 public:
  static constexpr int most_dimensions = 3666;
  static constexpr std::int64_t most_points = std::int64_t{1} << 32;

  /// @throws InvalidValue unless there are 1 to `most_dimensions`
  explicit SobolSequence(int dimensions);

  /// The coordinate as a binary fraction: times 2^-32 it lies from zero to below one.
  [[nodiscard]] std::uint32_t bits(std::uint32_t point, int dimension) const;

 private:
  static constexpr std::size_t digits = 32;
  std::vector<std::uint32_t> directions_;  ///< [dimension][digit]
};

}  // namespace critflow
