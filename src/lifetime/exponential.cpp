#include "critflow/lifetime/exponential.hpp"

#include <algorithm>
#include <cmath>

#include "critflow/base/fault.hpp"

namespace critflow {

Exponential::Exponential(double mean) : mean_(require_positive(mean, "exponential.mean")) {}

double Exponential::survival(double age) const { return std::exp(-std::max(age, 0.0) / mean_); }

double Exponential::leaving(double from, double to) const {
  const double begin = std::max(from, 0.0);
  return -survival(begin) * std::expm1(-(std::max(to, 0.0) - begin) / mean_);
}

}  // namespace critflow
