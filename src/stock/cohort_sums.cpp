#include "critflow/stock/cohort_sums.hpp"

#include <cstddef>

#define CRITFLOW_KERNELS "stock/cohort_sums.inl"
#include "base/each_processor.inl"

namespace critflow {

template <>
void sum_cohorts(const double* amounts, const SharesAhead<double>& shares, int from, int to,
                 double* in_use, double* leaving) {
  CRITFLOW_ALONE(sum_cohorts)
  (amounts, shares.survival.data(), shares.leaving.data(), from, to, in_use, leaving);
}
template <>
void sum_cohorts(const Lanes* amounts, const SharesAhead<Lanes>& shares, int from, int to,
                 Lanes* in_use, Lanes* leaving) {
  const Lanes::Vector* survival_rows[SharesAhead<Lanes>::steps];
  const Lanes::Vector* leaving_rows[SharesAhead<Lanes>::steps];
  for (std::size_t k = 0; k < SharesAhead<Lanes>::steps; ++k) {
    survival_rows[k] = pack(shares.survival[k]);
    leaving_rows[k] = pack(shares.leaving[k]);
  }
  CRITFLOW_IN_LANES(sum_cohorts)
  (pack(amounts), survival_rows, leaving_rows, from, to, pack(in_use), pack(leaving));
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
