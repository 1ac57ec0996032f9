#include "critflow/indicator/effects.hpp"

#include <cmath>

#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

constexpr double same_service = 1e-6;

}  // namespace

Effect effect(const std::vector<EffectPart>& parts) {
  Effect sum;
  double value = 0.0;
  for (const EffectPart& one : parts) {
    if (one.amount == 0.0) continue;
    if (one.factor)
      value += one.amount * *one.factor;
    else
      sum.without_factor.push_back(one.of);
  }
  if (sum.without_factor.empty()) sum.value = value;
  return sum;
}

Effect effect_avoided(const Effect& reference, double reference_service, const Effect& option,
                      double option_service) {
  if (std::fabs(option_service - reference_service) > same_service * std::fabs(reference_service))
    throw InvalidValue({"effect avoided", "another service than the reference",
                        shown(option_service), "be " + shown(reference_service)});
  Effect avoided{.without_factor = reference.without_factor};
  avoided.without_factor.insert(avoided.without_factor.end(), option.without_factor.begin(),
                                option.without_factor.end());
  if (reference.value && option.value) avoided.value = *reference.value - *option.value;
  return avoided;
}

}  // namespace critflow
