#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace critflow {

/// Numbers by their rank, without sorting those that nobody asks for: all are put into groups,
/// which share out the way from the least to the most evenly, and a group is sorted when one of its
/// numbers is asked for.
class ByRank {
 public:
  /// @param values  none of them NaN
  explicit ByRank(std::span<const double> values);

  /// Of the number that so many are before.
  [[nodiscard]] double operator[](std::size_t rank);

 private:
  std::vector<double> values_;     ///< group after group
  std::vector<std::size_t> ends_;  ///< by group: behind its last number
  std::vector<bool> sorted_;       ///< by group
};

}  // namespace critflow
