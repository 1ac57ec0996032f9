#include "critflow/lifetime/weibull_cohorts.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <span>
#include <utility>

#include "weibull_shares.hpp"

namespace critflow {

namespace {

constexpr double largest_exponent = 500.0;

template <Real R>
bool share_a_power(const std::vector<R>& shape, const std::vector<R>& log2_scale, int k) {
  for (std::size_t c = 0; c < shape.size(); ++c) {
    const double longer = lane(log2_scale[c], k) - lane(log2_scale.front(), k);
    if (lane(shape[c], k) != lane(shape.front(), k) ||
        !(std::abs(lane(shape[c], k) * longer) <= largest_exponent))
      return false;
  }
  return true;
}

template <Real R>
std::vector<R> references(const std::vector<R>& shape, const std::vector<R>& log2_scale) {
  std::vector<R> all(log2_scale.size(), log2_scale.front());
  for (int k = 0; k < lane_count<R>; ++k) {
    if (share_a_power(shape, log2_scale, k)) continue;
    for (std::size_t c = 0; c < all.size(); ++c) set_lane(all[c], k, lane(log2_scale[c], k));
  }
  return all;
}

template <Real R>
bool all_same(const std::vector<R>& values) {
  return std::ranges::all_of(
      values, [&](const R& one) { return std::memcmp(&one, &values.front(), sizeof one) == 0; });
}

}  // namespace

template <Real R>
WeibullCohorts<R>::WeibullCohorts(std::vector<R> shapes, const std::vector<R>& log2_scale)
    : shape(std::move(shapes)), log2_reference(references(shape, log2_scale)), pace(shape.size()) {
  std::vector<R> exponents;
  for (std::size_t c = 0; c < shape.size(); ++c)
    exponents.push_back(shape[c] * (log2_reference[c] - log2_scale[c]));
  powers_of_two<R>(exponents, pace.data());
}

template <Real R>
bool WeibullCohorts<R>::of_one_shape() const {
  return all_same(shape) && all_same(log2_reference);
}

template struct WeibullCohorts<double>;
template struct WeibullCohorts<Lanes>;

}  // namespace critflow
