#include "critflow/study/quantile_sketch.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "by_rank.hpp"
#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

using Sketch = QuantileSketch;

static_assert(std::numeric_limits<double>::is_iec559);
constexpr int bits_within_a_bin = 52 - std::bit_width(unsigned{Sketch::bins_of_a_doubling - 1});

/// A double's bits rise with its size: exponent first, then what lies within the doubling.
int bin_of(double value) {
  const int size =
      static_cast<int>(std::bit_cast<std::uint64_t>(std::abs(value)) >> bits_within_a_bin);
  return value < 0.0 ? -size : size;
}

double middle(int bin) {
  if (bin == 0) return 0.0;
  const auto twice = 2 * static_cast<std::uint64_t>(std::abs(bin)) + 1;
  return std::copysign(std::bit_cast<double>(twice << (bits_within_a_bin - 1)), bin);
}

int page_of(int bin) {
  return (bin >= 0 ? bin : bin - (Sketch::bins_of_a_doubling - 1)) / Sketch::bins_of_a_doubling;
}

double interpolated(double low, double high, double between) {
  return between == 0.0 ? low : low + between * (high - low);
}

}  // namespace

QuantileRank quantile_rank(double probability, std::int64_t count) {
  if (!(probability >= 0.0 && probability <= 1.0))
    throw InvalidValue({"quantile", "no probability", shown(probability), "lie in [0, 1]"});
  const double rank = probability * static_cast<double>(count - 1);
  const double low = std::floor(rank);
  return {static_cast<std::int64_t>(low), rank - low};
}

std::vector<double> exact_quantiles(std::vector<double> values,
                                    std::span<const double> probabilities) {
  std::erase_if(values, [](double value) { return std::isnan(value); });
  ByRank ranked(values);
  std::vector<double> found;
  for (const double probability : probabilities) {
    const QuantileRank rank = quantile_rank(probability, static_cast<std::int64_t>(values.size()));
    if (values.empty()) continue;
    const auto low = static_cast<std::size_t>(rank.low);
    const std::size_t high = std::min(low + 1, values.size() - 1);
    found.push_back(interpolated(ranked[low], ranked[high], rank.between));
  }
  return found;
}

void QuantileSketch::add(std::span<const double> values) {
  struct Open {
    int number = 0;
    Page* page = nullptr;
  };
  std::array<Open, 8> lately;  // numbers go to and fro between a few doublings
  for (const double value : values) {
    if (std::isnan(value)) continue;
    const int bin = bin_of(value), number = page_of(bin);
    Open& open = lately[static_cast<unsigned>(number) % lately.size()];
    if (open.page == nullptr || open.number != number) open = {number, &pages_[number]};
    ++(*open.page)[static_cast<std::size_t>(bin - number * bins_of_a_doubling)];
  }
}

void QuantileSketch::add(const QuantileSketch& other) {
  for (const auto& [number, counts] : other.pages_) add(number, counts);
}

void QuantileSketch::add(int page, const Page& counts) {
  Page& mine = pages_[page];
  for (std::size_t i = 0; i < counts.size(); ++i) mine[i] += counts[i];
}

std::int64_t QuantileSketch::count() const {
  std::int64_t sum = 0;
  for (const auto& [number, counts] : pages_)
    for (const std::uint32_t one : counts) sum += one;
  return sum;
}

double QuantileSketch::value_of_rank(std::int64_t rank) const {
  for (const auto& [number, counts] : pages_)
    for (int i = 0; i < bins_of_a_doubling; ++i) {
      rank -= counts[static_cast<std::size_t>(i)];
      if (rank < 0) return middle(number * bins_of_a_doubling + i);
    }
  return 0.0;
}

std::vector<double> QuantileSketch::quantiles(std::span<const double> probabilities) const {
  const std::int64_t all = count();
  std::vector<double> found;
  for (const double probability : probabilities) {
    const QuantileRank rank = quantile_rank(probability, all);
    if (all == 0) continue;
    found.push_back(interpolated(value_of_rank(rank.low),
                                 value_of_rank(std::min(rank.low + 1, all - 1)), rank.between));
  }
  return found;
}

}  // namespace critflow
