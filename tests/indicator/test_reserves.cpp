#include <doctest/doctest.h>

#include "critflow/indicator/reserves.hpp"

using namespace critflow;

TEST_CASE("what was mined adds up against the reserves, and may pass them") {
  CHECK(*share_of_reserves({10.0, 20.0, 30.0}, 120.0).value == doctest::Approx(0.5));
  CHECK(*share_of_reserves({100.0, 200.0}, 100.0).value == doctest::Approx(3.0));
  CHECK_FALSE(share_of_reserves({1.0}, 0.0).value.has_value());
}

TEST_CASE("reserves last as many years as they hold yearly mining") {
  CHECK(*years_of_reserves(120.0, 4.0).value == doctest::Approx(30.0));
  CHECK_FALSE(years_of_reserves(120.0, 0.0).value.has_value());
}
