#include "by_rank.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>

#include "base/index.hpp"

namespace critflow {

namespace {

constexpr std::size_t groups = 512;

/// Which group a number belongs to.
class Grouping {
 public:
  explicit Grouping(std::span<const double> values) {
    double most = -std::numeric_limits<double>::infinity();
    for (const double value : values) {
      least_ = std::min(least_, value);
      most = std::max(most, value);
    }
    per_unit_ = static_cast<double>(groups - 1) / (most - least_);
    apart_ = std::isfinite(most - least_) && std::isfinite(per_unit_);
  }

  [[nodiscard]] std::size_t of(double value) const {
    return apart_ ? at(static_cast<int>((value - least_) * per_unit_)) : 0;
  }

 private:
  double least_ = std::numeric_limits<double>::infinity();
  double per_unit_ = 0.0;
  bool apart_ = false;  ///< else all are in one
};

}  // namespace

ByRank::ByRank(std::span<const double> values)
    : values_(values.size()), ends_(groups + 1), sorted_(groups) {
  const Grouping grouping(values);
  for (const double value : values) ++ends_[grouping.of(value) + 1];
  std::partial_sum(ends_.begin(), ends_.end(), ends_.begin());
  for (const double value : values) values_[ends_[grouping.of(value)]++] = value;
}

double ByRank::operator[](std::size_t rank) {
  const auto end = std::ranges::upper_bound(ends_, rank);
  const auto group = static_cast<std::size_t>(end - ends_.begin());
  if (!sorted_[group]) {
    const std::size_t begin = group == 0 ? 0 : *std::prev(end);
    std::ranges::sort(std::span(values_).subspan(begin, *end - begin));
    sorted_[group] = true;
  }
  return values_[rank];
}

}  // namespace critflow
