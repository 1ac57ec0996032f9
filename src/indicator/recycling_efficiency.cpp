#include "critflow/indicator/recycling_efficiency.hpp"

#include <algorithm>

#include "critflow/policy/element_rule.hpp"

namespace critflow {

bool counts_for_efficiency(Fraction fraction) {
  return fraction == Fraction::material || fraction == Fraction::slag;
}

bool counts_for_recovery(Fraction fraction) { return fraction == Fraction::material; }

Ratio recycling_efficiency(const std::vector<ElementMass>& masses, int year, bool count_optional) {
  const std::vector<std::string>& optional = optional_elements(year);
  double input = 0.0;
  double output = 0.0;
  for (const ElementMass& one : masses) {
    if (!count_optional && std::ranges::find(optional, one.element) != optional.end()) continue;
    input += one.input;
    output += one.output;
  }
  return ratio(output, input, "batteries that enter recycling");
}

}  // namespace critflow
