#include "weibull_shares.hpp"

#define CRITFLOW_KERNELS "lifetime/weibull_shares.inl"
#include "base/each_processor.inl"

namespace critflow {

template <>
void weibull_shares(std::span<const double> log2_ages, const double& shape,
                    const double& log2_scale, double* survival, double* leaving) {
  single::weibull_shares(log2_ages.data(), static_cast<int>(log2_ages.size()), shape, log2_scale,
                         survival, leaving);
}

template <>
void weibull_shares(std::span<const double> log2_ages, const Lanes& shape, const Lanes& log2_scale,
                    Lanes* survival, Lanes* leaving) {
  CRITFLOW_IN_LANES(weibull_shares)
  (log2_ages.data(), static_cast<int>(log2_ages.size()), *pack(&shape), *pack(&log2_scale),
   pack(survival), pack(leaving));
}

}  // namespace critflow
