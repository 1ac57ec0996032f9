#include "critflow/lifetime/weibull.hpp"

#include <algorithm>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

/// Boost would compute them in long double, four times as slowly, for the last digit.
using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

/// Where the logarithm of one plus the squared spread, of a lifetime of shape 1 / x, is `wanted`:
///
///     f(x) = ln gamma(1 + 2 x) - 2 ln gamma(1 + x) = zeta(2) x^2 - 2 zeta(3) x^3 + ...
///
/// Its root is nearly a straight line from zero: the first terms of the series turned round come
/// within a thousandth where the spread is small, and Newton's steps on it close in from afar.
double inverse_shape(double wanted) {
  using boost::math::digamma, boost::math::lgamma;
  constexpr InDouble in_double{};
  const double first = std::sqrt(wanted * 0.6079271018540267);  // wanted / zeta(2)
  if (first < 1e-4) return first;  // the logarithms have no digits left to tell by
  double x = first * (1.0 + first * (0.7307630 + first * 0.1835824));
  for (int step = 0; step < 50; ++step) {
    const double f = lgamma(1.0 + 2.0 * x, in_double) - 2.0 * lgamma(1.0 + x, in_double);
    const double slope = digamma(1.0 + 2.0 * x, in_double) - digamma(1.0 + x, in_double);
    const double next = x + (std::sqrt(f * wanted) - f) / slope;
    const bool found = std::abs(next - x) <= 1e-8 * x;  // the digits double with every step
    x = next;
    if (found) break;
  }
  return x;
}

/// What has gone out of use is 1 - exp(-accumulated hazard).
double accumulated_hazard(double age, double shape, double scale) {
  return std::pow(std::max(age, 0.0) / scale, shape);
}

}  // namespace

Weibull::Weibull(double shape, double scale)
    : shape_(require_positive(shape, "weibull.shape")),
      scale_(require_positive(scale, "weibull.scale")) {}

Weibull Weibull::from_mean_sd(double mean, double sd) {
  const double spread = require_positive(sd, "weibull.sd") / require_positive(mean, "weibull.mean");
  const double x = inverse_shape(std::log1p(spread * spread));
  return {1.0 / x, mean / boost::math::tgamma(1.0 + x, InDouble{})};
}

double Weibull::survival(double age) const {
  return std::exp(-accumulated_hazard(age, shape_, scale_));
}

double Weibull::leaving(double from, double to) const {
  const double begin = accumulated_hazard(from, shape_, scale_);
  return -std::exp(-begin) * std::expm1(begin - accumulated_hazard(to, shape_, scale_));
}

double Weibull::mean() const { return scale_ * std::tgamma(1.0 + 1.0 / shape_); }

}  // namespace critflow
