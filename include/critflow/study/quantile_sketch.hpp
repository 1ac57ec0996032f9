#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace critflow {

/// Where a quantile lies between the sorted values of `count` numbers: `low` and the next, in the
/// share `between` of the way (type 7 of Hyndman and Fan 1996, The American Statistician 50).
struct QuantileRank {
  std::int64_t low = 0;
  double between = 0.0;
};

/// @param probability  in [0, 1]
/// @throws InvalidValue
[[nodiscard]] QuantileRank quantile_rank(double probability, std::int64_t count);

/// Exact quantiles; empty for no values. Values that are not there (NaN) are left out.
/// @throws InvalidValue where a probability is none
[[nodiscard]] std::vector<double> exact_quantiles(std::vector<double> values,
                                                  std::span<const double> probabilities);

/// Quantiles of numbers that are not kept: counts of them in bins, 512 to each doubling, of either
/// sign. Counts are whole numbers, so sketches put together in any order are the same. A number is
/// told as the middle of its bin, which is at most `relative_error` of it away; numbers nearer to
/// zero than 2^-1031 are zero. Idea: Masson, Rim, Lee (2019), Proceedings of the VLDB Endowment 12.
class QuantileSketch {
 public:
  static constexpr int bins_of_a_doubling = 512;
  static constexpr double relative_error = 0.5 / bins_of_a_doubling;

  using Page = std::array<std::uint32_t, bins_of_a_doubling>;
  using Pages = std::map<int, Page>;  ///< by number of the doubling; bins rise within

  /// Counts the values that are there (not NaN).
  void add(std::span<const double> values);
  void add(const QuantileSketch& other);
  void add(int page, const Page& counts);

  [[nodiscard]] std::int64_t count() const;
  /// Empty where nothing was counted.
  /// @throws InvalidValue where a probability is none
  [[nodiscard]] std::vector<double> quantiles(std::span<const double> probabilities) const;

  [[nodiscard]] const Pages& pages() const { return pages_; }
  [[nodiscard]] bool operator==(const QuantileSketch&) const = default;

 private:
  [[nodiscard]] double value_of_rank(std::int64_t rank) const;

  Pages pages_;
};

}  // namespace critflow
