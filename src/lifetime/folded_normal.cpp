#include "critflow/lifetime/folded_normal.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "bisection.hpp"
#include "critflow/base/fault.hpp"
#include "standard_normal.hpp"

namespace critflow {

namespace {

/// Mean of |x| where x is normal with mean `ratio` and standard deviation one.
double folded_mean(double ratio) {
  return std::sqrt(2.0 / std::numbers::pi) * std::exp(-0.5 * ratio * ratio) +
         ratio * std::erf(ratio / std::numbers::sqrt2);
}

}  // namespace

FoldedNormal::FoldedNormal(double mu, double sigma)
    : mu_(require_not_negative(mu, "folded_normal.mu")),
      sigma_(require_positive(sigma, "folded_normal.sigma")) {}

FoldedNormal FoldedNormal::from_mean_sd(double mean, double sd) {
  const double spread =
      require_positive(sd, "folded_normal.sd") / require_positive(mean, "folded_normal.mean");
  if (spread > widest * (1.0 + 1e-12))
    throw InvalidValue({.where = "folded_normal.sd",
                        .what = "too wide for the mean",
                        .value = shown(sd),
                        .rule = "be at most " + shown(widest * mean) + ", 0.7555 of the mean"});
  // Ten standard deviations above zero nothing is left to fold.
  constexpr double unfolded = 10.0;
  if (spread < 1.0 / unfolded) return {mean, sd};
  const double ratio = rising_root(0.0, unfolded, [&](double r) {
    const double m = folded_mean(r);
    return spread * spread - ((1.0 + r * r) / (m * m) - 1.0);
  });
  const double sigma = mean / folded_mean(ratio);
  return {ratio * sigma, sigma};
}

double FoldedNormal::survival(double age) const {
  const double a = std::max(age, 0.0);
  return std::min(share_above((a - mu_) / sigma_) + share_above((a + mu_) / sigma_), 1.0);
}

double FoldedNormal::leaving(double from, double to) const {
  const double a = std::max(from, 0.0);
  const double b = std::max(to, 0.0);
  return share_between((a - mu_) / sigma_, (b - mu_) / sigma_) +
         share_between((a + mu_) / sigma_, (b + mu_) / sigma_);
}

double FoldedNormal::mean() const { return sigma_ * folded_mean(mu_ / sigma_); }

}  // namespace critflow
