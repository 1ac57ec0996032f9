#include "critflow/lifetime/normal.hpp"

#include "critflow/base/fault.hpp"
#include "standard_normal.hpp"

namespace critflow {

Normal::Normal(double mean, double sd)
    : mean_(require_not_negative(mean, "normal.mean")), sd_(require_positive(sd, "normal.sd")) {}

double Normal::survival(double age) const { return share_above((age - mean_) / sd_); }

double Normal::leaving(double from, double to) const {
  return share_between((from - mean_) / sd_, (to - mean_) / sd_);
}

}  // namespace critflow
