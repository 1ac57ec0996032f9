#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/union_capacity.hpp"

using namespace critflow;

TEST_CASE("more cell factories at home lower the share of a capacity that did not change") {
  CHECK(*capacity_share(40.0, 100.0).value == doctest::Approx(0.40));
  CHECK(*capacity_share(40.0, 160.0).value == doctest::Approx(0.25));
  CHECK_FALSE(capacity_share(40.0, 0.0).value.has_value());
}

TEST_CASE("a chain of recycling is as wide as its narrowest step") {
  CHECK(recycling_capacity({.sorting = 90.0, .pre_treatment = 60.0, .refining = 75.0}) == 60.0);
}

TEST_CASE("overall means three things, and each has its name") {
  const OverallCapacity all = overall_capacity({{50.0, 100.0}, {100.0, 1000.0}}, 0.4);
  CHECK(*all.lowest.value == doctest::Approx(0.1));
  CHECK(*all.attained.value == doctest::Approx((1.0 + 0.25) / 2.0));
  CHECK(*all.by_mass.value == doctest::Approx(150.0 / 1100.0));
}

TEST_CASE("materials that nobody consumes say nothing overall") {
  const OverallCapacity none = overall_capacity({{5.0, 0.0}}, 0.1);
  CHECK_FALSE(none.lowest.value.has_value());
  CHECK_FALSE(none.attained.value.has_value());
  CHECK_FALSE(none.by_mass.value.has_value());
  CHECK_THROWS_AS((void)overall_capacity({}, 0.0), InvalidValue);
}

TEST_CASE("demand is moderated where it lies below the reference") {
  CHECK(*demand_moderation(90.0, 100.0).value == doctest::Approx(0.1));
  CHECK(*demand_moderation(110.0, 100.0).value == doctest::Approx(-0.1));
  CHECK(*recycling_share_of_waste_stream(30.0, 120.0).value == doctest::Approx(0.25));
}
