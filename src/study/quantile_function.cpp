#include "critflow/study/quantile_function.hpp"

#include <algorithm>
#include <boost/math/interpolators/cardinal_cubic_b_spline.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <numeric>
#include <utility>
#include <vector>

#include "critflow/base/fault.hpp"
#include "lifetime/standard_normal.hpp"

namespace critflow {

namespace {

using InDoubles = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

/// The deviate that a share lies above.
double deviate_above(double share) {
  return std::numbers::sqrt2 * boost::math::erfc_inv(2.0 * share, InDoubles());
}

/// `lower(p)` below the median and `upper(q)`, of the share above, beyond it: each where it has all
/// its digits.
template <class Lower, class Upper>
auto at_deviate(Lower lower, Upper upper) {
  return [=](double z) { return z < 0.0 ? lower(share_above(-z)) : upper(share_above(z)); };
}

QuantileFunction uniform(double low, double high) {
  return [=](double u) { return low + (high - low) * u; };
}

QuantileFunction triangular(double low, double mode, double high) {
  const double rising = (mode - low) / (high - low);
  return [=](double u) {
    return u < rising ? low + std::sqrt(u * (high - low) * (mode - low))
                      : high - std::sqrt((1.0 - u) * (high - low) * (high - mode));
  };
}

QuantileFunction beta(double low, double high, double alpha, double beta) {
  const QuantileFunction unit = tabulated_quantiles(
      at_deviate([=](double p) { return boost::math::ibeta_inv(alpha, beta, p, InDoubles()); },
                 [=](double q) { return boost::math::ibetac_inv(alpha, beta, q, InDoubles()); }));
  return [=](double u) { return low + (high - low) * std::clamp(unit(u), 0.0, 1.0); };
}

QuantileFunction beta_of_mean(double mean, double sd) {
  const double size = mean * (1.0 - mean) / (sd * sd) - 1.0;
  return beta(0.0, 1.0, mean * size, (1.0 - mean) * size);
}

QuantileFunction pert(double low, double mode, double high) {
  const double width = high - low;
  return beta(low, high, 1.0 + 4.0 * (mode - low) / width, 1.0 + 4.0 * (high - mode) / width);
}

QuantileFunction normal(double mean, double sd) {
  return [=](double u) { return mean + sd * normal_quantile(u); };
}

QuantileFunction above_zero(double mean, double sd) {
  const double share = share_above(-mean / sd);
  return [=](double u) { return std::max(0.0, mean + sd * deviate_above((1.0 - u) * share)); };
}

QuantileFunction lognormal(double mean, double sd) {
  const double variance = std::log1p(sd * sd / (mean * mean));
  const double mu = std::log(mean) - 0.5 * variance;
  return [=](double u) { return std::exp(mu + std::sqrt(variance) * normal_quantile(u)); };
}

QuantileFunction alternatives(const std::vector<double>& values,
                              const std::vector<double>& weights) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return values[i]; });
  const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<double> sorted, until;
  double sum = 0.0;
  for (const std::size_t i : order) {
    sorted.push_back(values[i]);
    until.push_back((sum += weights[i]) / all);
  }
  return [sorted = std::move(sorted), until = std::move(until)](double u) {
    const auto found = std::upper_bound(until.begin(), until.end() - 1, u);
    return sorted[static_cast<std::size_t>(found - until.begin())];
  };
}

using Spline = boost::math::interpolators::cardinal_cubic_b_spline<double>;
constexpr double farthest = 8.25;  // beyond the deviates of all shares of 52 bits
constexpr double margin = 1.0;  // over which a spline forgets that it does not know its slope there

Spline spline_of(const std::function<double(double)>& function, double step) {
  std::vector<double> values;
  const double end = farthest + margin;
  for (double z = -end; z <= end; z += step) values.push_back(function(z));
  return {values.begin(), values.end(), -end, step};
}

/// The largest error at the middles of the steps, as a part of the range of all values.
double error_of(const Spline& spline, const std::function<double(double)>& function, double step) {
  double worst = 0.0;
  for (double z = -farthest + 0.5 * step; z < farthest; z += step)
    worst = std::max(worst, std::abs(spline(z) - function(z)));
  return worst / (function(farthest) - function(-farthest));
}

}  // namespace

double normal_quantile(double share) { return -deviate_above(share); }

QuantileFunction tabulated_quantiles(std::function<double(double z)> at_deviate) {
  for (double step = 1.0 / 16.0; step >= 1.0 / 256.0; step /= 2.0) {
    const Spline spline = spline_of(at_deviate, step);
    if (error_of(spline, at_deviate, step) <= 1e-8)
      return [spline](double u) { return spline(normal_quantile(u)); };
  }
  return [exact = std::move(at_deviate)](double u) { return exact(normal_quantile(u)); };
}

QuantileFunction gamma_quantiles(double shape) {
  return tabulated_quantiles(at_deviate(
      [=](double p) { return boost::math::gamma_p_inv(shape, p, InDoubles()) / shape; },
      [=](double q) { return boost::math::gamma_q_inv(shape, q, InDoubles()) / shape; }));
}

QuantileFunction quantile_function(const Uncertainty& range) {
  const std::vector<double>& x = range.numbers;
  switch (range.shape) {
    case UncertaintyShape::uniform:
      return uniform(x[0], x[1]);
    case UncertaintyShape::triangular:
      return triangular(x[0], x[1], x[2]);
    case UncertaintyShape::pert:
      return pert(x[0], x[1], x[2]);
    case UncertaintyShape::normal:
      return normal(x[0], x[1]);
    case UncertaintyShape::truncated_normal:
      return above_zero(x[0], x[1]);
    case UncertaintyShape::lognormal:
      return lognormal(x[0], x[1]);
    case UncertaintyShape::beta:
      return beta_of_mean(x[0], x[1]);
    case UncertaintyShape::empirical:
      return alternatives(x, std::vector<double>(x.size(), 1.0));
    case UncertaintyShape::discrete:
      return alternatives(x, range.weights);
    case UncertaintyShape::dirichlet:
      break;
  }
  throw InvalidValue({.where = range.name(),
                      .what = "shares that sum to one",
                      .value = "dirichlet",
                      .rule = "be the range of one number"});
}

}  // namespace critflow
