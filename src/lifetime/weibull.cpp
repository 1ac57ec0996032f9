#include "critflow/lifetime/weibull.hpp"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "bisection.hpp"
#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

/// ln(1 + sd^2 / mean^2) of a Weibull lifetime of shape 1 / `x`; rises with x.
double log_spread(double x) {
  using boost::math::lgamma;
  return lgamma(1.0 + 2.0 * x) - 2.0 * lgamma(1.0 + x);
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
  const double wanted = std::log1p(spread * spread);
  double high = 1.0;
  while (log_spread(high) < wanted) high *= 2.0;
  const double x = rising_root(0.0, high, [&](double at) { return log_spread(at) - wanted; });
  return {1.0 / x, mean / boost::math::tgamma(1.0 + x)};
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
