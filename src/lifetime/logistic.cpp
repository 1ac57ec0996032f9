#include "critflow/lifetime/logistic.hpp"

#include <cmath>
#include <numbers>

#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

double share_above(double z) { return 1.0 / (1.0 + std::exp(z)); }

}  // namespace

Logistic::Logistic(double location, double scale)
    : location_(require_not_negative(location, "logistic.location")),
      scale_(require_positive(scale, "logistic.scale")) {}

Logistic Logistic::from_mean_sd(double mean, double sd) {
  return {require_not_negative(mean, "logistic.mean"),
          require_positive(sd, "logistic.sd") * std::numbers::sqrt3 / std::numbers::pi};
}

double Logistic::survival(double age) const { return share_above((age - location_) / scale_); }

double Logistic::leaving(double from, double to) const {
  const double a = (from - location_) / scale_;
  const double b = (to - location_) / scale_;
  return -share_above(a) * share_above(-b) * std::expm1(a - b);
}

}  // namespace critflow
