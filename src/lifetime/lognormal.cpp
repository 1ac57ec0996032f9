#include "critflow/lifetime/lognormal.hpp"

#include <algorithm>
#include <cmath>

#include "critflow/base/fault.hpp"
#include "standard_normal.hpp"

namespace critflow {

namespace {

/// Minus infinity up to age zero, which the normal law then gives its share of none.
double log_of(double age) { return std::log(std::max(age, 0.0)); }

}  // namespace

Lognormal::Lognormal(double mu, double sigma)
    : mu_(require_finite(mu, "lognormal.mu")), sigma_(require_positive(sigma, "lognormal.sigma")) {}

Lognormal Lognormal::from_mean_sd(double mean, double sd) {
  const double spread =
      require_positive(sd, "lognormal.sd") / require_positive(mean, "lognormal.mean");
  const double variance = std::log1p(spread * spread);
  return {std::log(mean) - 0.5 * variance, std::sqrt(variance)};
}

double Lognormal::survival(double age) const { return share_above((log_of(age) - mu_) / sigma_); }

double Lognormal::leaving(double from, double to) const {
  return share_between((log_of(from) - mu_) / sigma_, (log_of(to) - mu_) / sigma_);
}

double Lognormal::mean() const { return std::exp(mu_ + 0.5 * sigma_ * sigma_); }

}  // namespace critflow
