#include "critflow/stock/cohort_sums.hpp"

#define CRITFLOW_KERNELS "stock/cohort_sums.inl"
#include "base/each_processor.inl"

namespace critflow {

template <>
void add_cohorts(const double* amounts, const SharesInStep<double>& shares, int from, int to,
                 double& in_use, double& leaving) {
  single::add_cohorts(amounts, shares.survival, shares.leaving, from, to, &in_use, &leaving);
}

template <>
void add_cohorts(const Lanes* amounts, const SharesInStep<Lanes>& shares, int from, int to,
                 Lanes& in_use, Lanes& leaving) {
  CRITFLOW_IN_LANES(add_cohorts)
  (pack(amounts), pack(shares.survival), pack(shares.leaving), from, to, pack(&in_use),
   pack(&leaving));
}

}  // namespace critflow
