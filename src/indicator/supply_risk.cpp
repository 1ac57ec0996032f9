#include "critflow/indicator/supply_risk.hpp"

#include <algorithm>

#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

constexpr double worst_governance = 10.0;

void require_within(double value, double most, const std::string& where) {
  if (!(value >= 0.0 && value <= most))
    throw InvalidValue({where, "out of range", shown(value), "lie in [0, " + shown(most) + "]"});
}

}  // namespace

double governed_concentration(const std::vector<GovernedSupply>& supply) {
  double sum = 0.0;
  for (const GovernedSupply& one : supply) {
    require_within(one.share, 1.0, one.country + ".share");
    require_within(one.governance, worst_governance, one.country + ".governance");
    sum += one.share * one.share * one.governance * one.trade;
  }
  return sum;
}

double supply_risk_variant(const SupplyRiskInput& input) {
  require_within(input.end_of_life_input_rate, 1.0, "end_of_life_input_rate");
  const double reliance = std::max(0.0, require_finite(input.import_reliance, "import_reliance"));
  const double concentration = governed_concentration(input.world) * reliance / 2.0 +
                               governed_concentration(input.to_union) * (1.0 - reliance / 2.0);
  return concentration * (1.0 - input.end_of_life_input_rate) * input.substitution;
}

double economic_importance(const std::vector<SectorUse>& sectors, double substitution) {
  double sum = 0.0;
  for (const SectorUse& one : sectors) sum += one.share * one.value_added;
  return sum * substitution;
}

}  // namespace critflow
