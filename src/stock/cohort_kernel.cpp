#include "critflow/stock/cohort_kernel.hpp"

#define CRITFLOW_KERNELS "stock/cohort_kernel.inl"
#include "base/each_processor.inl"

namespace critflow {

template <>
void project_cohort(const double& amount, std::span<const double> survival,
                    std::span<const double> leaving, double* in_use, double* gone) {
  CRITFLOW_ALONE(project_cohort)
  (amount, survival.data(), leaving.data(), static_cast<int>(survival.size()), in_use, gone);
}
template <>
void project_cohort(const Lanes& amount, std::span<const Lanes> survival,
                    std::span<const Lanes> leaving, Lanes* in_use, Lanes* gone) {
  CRITFLOW_IN_LANES(project_cohort)
  (one_pack(amount), pack(survival.data()), pack(leaving.data()), static_cast<int>(survival.size()),
   pack(in_use), pack(gone));
}

}  // namespace critflow
