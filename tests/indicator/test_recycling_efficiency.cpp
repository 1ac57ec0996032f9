#include <doctest/doctest.h>

#include "critflow/indicator/recycling_efficiency.hpp"

using namespace critflow;

namespace {

const std::vector<ElementMass> iron_phosphate{{"lithium", 10.0, 8.0},
                                              {"copper", 30.0, 28.0},
                                              {"iron", 90.0, 0.0},
                                              {"phosphorus", 50.0, 0.0},
                                              {"oxygen", 100.0, 0.0}};

}  // namespace

TEST_CASE("black mass is output of nothing, slag of efficiency alone") {
  CHECK_FALSE(counts_for_efficiency(Fraction::black_mass));
  CHECK_FALSE(counts_for_recovery(Fraction::black_mass));
  CHECK(counts_for_efficiency(Fraction::slag));
  CHECK_FALSE(counts_for_recovery(Fraction::slag));
  CHECK(counts_for_recovery(Fraction::material));
  CHECK_FALSE(counts_for_efficiency(Fraction::fuel_or_fill));
}

TEST_CASE("the same LFP stream has another efficiency from 2030 on") {
  CHECK(*recycling_efficiency(iron_phosphate, 2029, false).value == doctest::Approx(36.0 / 40.0));
  CHECK(*recycling_efficiency(iron_phosphate, 2030, false).value == doctest::Approx(36.0 / 180.0));
}

TEST_CASE("a recycler who counts all elements sees no break in 2030") {
  CHECK(*recycling_efficiency(iron_phosphate, 2029, true).value ==
        *recycling_efficiency(iron_phosphate, 2030, true).value);
}

TEST_CASE("where nothing enters there is no efficiency") {
  CHECK_FALSE(recycling_efficiency({}, 2030, true).value.has_value());
}
