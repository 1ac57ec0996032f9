#include "critflow/policy/lever_rule.hpp"

namespace critflow {

template <Real R>
R changed(LeverRule rule, const R& reference, double value, double factor) {
  if (factor <= 0.0) return reference;
  const R blended = factor >= 1.0 ? R(value) : reference + R(factor) * (R(value) - reference);
  switch (rule) {
    case LeverRule::set:
      return R(value);
    case LeverRule::blend:
      return blended;
    case LeverRule::multiply:
      return reference * R(factor >= 1.0 ? value : 1.0 + factor * (value - 1.0));
    case LeverRule::floor:
      return larger(reference, R(factor * value));
    case LeverRule::cap:
      break;
  }
  return smaller(reference, blended);  // blended is above a reference that is not above the value
}

template double changed(LeverRule, const double&, double, double);
template Lanes changed(LeverRule, const Lanes&, double, double);

}  // namespace critflow
