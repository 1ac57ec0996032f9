#include "critflow/stock/cohort_sums.hpp"

#include <tuple>

#define CRITFLOW_KERNELS "stock/cohort_sums.inl"
#include "base/each_processor.inl"

namespace critflow {

template <>
void sum_cohorts(const double* amounts, const SharesAhead<double>& shares, int from, int to,
                 double* in_use, double* leaving) {
  const auto& [s, l] = std::tie(shares.survival, shares.leaving);
  CRITFLOW_ALONE(sum_cohorts)
  (amounts, s[0], s[1], s[2], s[3], l[0], l[1], l[2], l[3], from, to, in_use, leaving);
}
template <>
void sum_cohorts(const Lanes* amounts, const SharesAhead<Lanes>& shares, int from, int to,
                 Lanes* in_use, Lanes* leaving) {
  const auto& [s, l] = std::tie(shares.survival, shares.leaving);
  CRITFLOW_IN_LANES(sum_cohorts)
  (pack(amounts), pack(s[0]), pack(s[1]), pack(s[2]), pack(s[3]), pack(l[0]), pack(l[1]),
   pack(l[2]), pack(l[3]), from, to, pack(in_use), pack(leaving));
}

template <>
void add_cohort(const double& entering, const SharesAhead<double>& shares, int step, double* in_use,
                double* leaving) {
  const auto& [s, l] = std::tie(shares.survival, shares.leaving);
  CRITFLOW_ALONE(add_cohort)
  (entering, s[0] + step, s[1] + step, s[2] + step, s[3] + step, l[1] + step, l[2] + step,
   l[3] + step, step - shares.first, in_use, leaving);
}
template <>
void add_cohort(const Lanes& entering, const SharesAhead<Lanes>& shares, int step, Lanes* in_use,
                Lanes* leaving) {
  const auto& [s, l] = std::tie(shares.survival, shares.leaving);
  CRITFLOW_IN_LANES(add_cohort)
  (one_pack(entering), pack(s[0] + step), pack(s[1] + step), pack(s[2] + step), pack(s[3] + step),
   pack(l[1] + step), pack(l[2] + step), pack(l[3] + step), step - shares.first, pack(in_use),
   pack(leaving));
}

template <>
double sum_of_products(const double* amounts, const double* shares, int from, int to) {
  double sum = 0.0;
  CRITFLOW_ALONE(sum_of_products)(amounts, shares, from, to, &sum);
  return sum;
}
template <>
Lanes sum_of_products(const Lanes* amounts, const Lanes* shares, int from, int to) {
  Lanes sum;
  CRITFLOW_IN_LANES(sum_of_products)(pack(amounts), pack(shares), from, to, pack(&sum));
  return sum;
}

}  // namespace critflow
