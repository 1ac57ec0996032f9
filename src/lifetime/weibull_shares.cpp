#include "weibull_shares.hpp"

#include <cmath>

#define CRITFLOW_KERNELS "lifetime/weibull_shares.inl"
#include "base/each_processor.inl"

namespace critflow {

std::vector<double> log2_ages(int years, double place) {
  std::vector<double> ages;
  for (int year = 0; year < years; ++year) ages.push_back(std::log2(year + 1.0 - place));
  return ages;
}

template <>
void weibull_shares(std::span<const double> log2_ages, const double& shape,
                    const double& log2_scale, double* survival, double* leaving) {
  CRITFLOW_ALONE(weibull_shares)
  (log2_ages.data(), static_cast<int>(log2_ages.size()), shape, log2_scale, survival, leaving);
}

template <>
void weibull_shares(std::span<const double> log2_ages, const Lanes& shape, const Lanes& log2_scale,
                    Lanes* survival, Lanes* leaving) {
  CRITFLOW_IN_LANES(weibull_shares)
  (log2_ages.data(), static_cast<int>(log2_ages.size()), *pack(&shape), *pack(&log2_scale),
   pack(survival), pack(leaving));
}

template <>
void weibull_row(const double* log2_ages, int from, int to, const double* shape,
                 const double* log2_scale, double share, double* hazard, double* left,
                 double* survival, double* leaving) {
  CRITFLOW_ALONE(weibull_row)
  (log2_ages, from, to, shape, log2_scale, share, hazard, left, survival, leaving);
}

template <>
void weibull_row(const double* log2_ages, int from, int to, const Lanes* shape,
                 const Lanes* log2_scale, double share, Lanes* hazard, Lanes* left, Lanes* survival,
                 Lanes* leaving) {
  CRITFLOW_IN_LANES(weibull_row)
  (log2_ages, from, to, pack(shape), pack(log2_scale), share, pack(hazard), pack(left),
   pack(survival), pack(leaving));
}

}  // namespace critflow
