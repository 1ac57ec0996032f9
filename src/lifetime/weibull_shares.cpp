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
  (log2_ages.data(), static_cast<int>(log2_ages.size()), one_pack(shape), one_pack(log2_scale),
   pack(survival), pack(leaving));
}

template <>
void powers_of_two(std::span<const double> exponents, double* powers) {
  CRITFLOW_ALONE(powers_of_two)(exponents.data(), static_cast<int>(exponents.size()), powers);
}
template <>
void powers_of_two(std::span<const Lanes> exponents, Lanes* powers) {
  CRITFLOW_IN_LANES(powers_of_two)
  (pack(exponents.data()), static_cast<int>(exponents.size()), pack(powers));
}

template <>
void powers_of_ages(std::span<const double> log2_ages, const WeibullCohorts<double>& cohorts,
                    double* powers) {
  CRITFLOW_ALONE(powers_of_ages)
  (log2_ages.data(), static_cast<int>(log2_ages.size()), cohorts.shape.front(),
   cohorts.log2_reference.front(), powers);
}
template <>
void powers_of_ages(std::span<const double> log2_ages, const WeibullCohorts<Lanes>& cohorts,
                    Lanes* powers) {
  CRITFLOW_IN_LANES(powers_of_ages)
  (log2_ages.data(), static_cast<int>(log2_ages.size()), one_pack(cohorts.shape.front()),
   one_pack(cohorts.log2_reference.front()), pack(powers));
}

template <>
void weibull_row(const double* log2_ages, int from, int to, const WeibullCohorts<double>& cohorts,
                 double share, bool adds, double* power, double* left, double* survival,
                 double* leaving) {
  CRITFLOW_ALONE(weibull_row)
  (log2_ages, from, to, cohorts.shape.data(), cohorts.log2_reference.data(), cohorts.pace.data(),
   share, adds, power, left, survival, leaving);
}
template <>
void weibull_row(const double* log2_ages, int from, int to, const WeibullCohorts<Lanes>& cohorts,
                 double share, bool adds, Lanes* power, Lanes* left, Lanes* survival,
                 Lanes* leaving) {
  CRITFLOW_IN_LANES(weibull_row)
  (log2_ages, from, to, pack(cohorts.shape.data()), pack(cohorts.log2_reference.data()),
   pack(cohorts.pace.data()), share, adds, pack(power), pack(left), pack(survival), pack(leaving));
}

template <>
void weibull_row_of_one_shape(const double* growth, int from, int to, const double* pace,
                              double share, bool adds, double* left, double* survival,
                              double* leaving) {
  CRITFLOW_ALONE(weibull_row_of_one_shape)
  (growth, from, to, pace, share, adds, left, survival, leaving);
}
template <>
void weibull_row_of_one_shape(const Lanes* growth, int from, int to, const Lanes* pace,
                              double share, bool adds, Lanes* left, Lanes* survival,
                              Lanes* leaving) {
  CRITFLOW_IN_LANES(weibull_row_of_one_shape)
  (pack(growth), from, to, pack(pace), share, adds, pack(left), pack(survival), pack(leaving));
}

}  // namespace critflow
