#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/supply_risk.hpp"

using namespace critflow;

namespace {

SupplyRiskInput input() {
  return {.world = {{"A", 0.8, 6.0}, {"B", 0.2, 2.0}},
          .to_union = {{"A", 0.5, 6.0}, {"B", 0.5, 2.0}},
          .import_reliance = 0.8,
          .end_of_life_input_rate = 0.25,
          .substitution = 0.9};
}

}  // namespace

TEST_CASE("supply risk weighs world and Union supply by how much is imported") {
  const double world = 0.64 * 6.0 + 0.04 * 2.0;
  const double to_union = 0.25 * 6.0 + 0.25 * 2.0;
  CHECK(supply_risk_variant(input()) ==
        doctest::Approx((world * 0.4 + to_union * 0.6) * 0.75 * 0.9));
}

TEST_CASE("a net exporter relies on no imports, not on fewer than none") {
  SupplyRiskInput exporter = input(), balanced = input();
  exporter.import_reliance = -0.5;
  balanced.import_reliance = 0.0;
  CHECK(supply_risk_variant(exporter) == supply_risk_variant(balanced));
}

TEST_CASE("limits to trade raise the concentration") {
  CHECK(governed_concentration({{"A", 1.0, 5.0, 1.2}}) == doctest::Approx(6.0));
}

TEST_CASE("scores and rates outside their range are refused") {
  CHECK_THROWS_AS((void)governed_concentration({{"A", 0.5, 11.0}}), InvalidValue);
  SupplyRiskInput wrong = input();
  wrong.end_of_life_input_rate = 1.5;
  CHECK_THROWS_AS((void)supply_risk_variant(wrong), InvalidValue);
}

TEST_CASE("economic importance is value added by use") {
  CHECK(economic_importance({{0.6, 5.0}, {0.4, 2.0}}, 0.9) == doctest::Approx(3.42));
}
