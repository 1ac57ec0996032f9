#include "critflow/lifetime/gamma.hpp"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>

#include "critflow/base/fault.hpp"

namespace critflow {

Gamma::Gamma(double shape, double scale)
    : shape_(require_positive(shape, "gamma.shape")),
      scale_(require_positive(scale, "gamma.scale")) {}

Gamma Gamma::from_mean_sd(double mean, double sd) {
  const double ratio = require_positive(mean, "gamma.mean") / require_positive(sd, "gamma.sd");
  return {ratio * ratio, sd / ratio};
}

double Gamma::survival(double age) const {
  return boost::math::gamma_q(shape_, std::max(age, 0.0) / scale_);
}

double Gamma::leaving(double from, double to) const {
  const double a = std::max(from, 0.0) / scale_;
  const double b = std::max(to, 0.0) / scale_;
  return a > shape_ ? boost::math::gamma_q(shape_, a) - boost::math::gamma_q(shape_, b)
                    : boost::math::gamma_p(shape_, b) - boost::math::gamma_p(shape_, a);
}

}  // namespace critflow
