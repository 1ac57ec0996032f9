#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/stray_batteries.hpp"

using namespace critflow;

TEST_CASE("stray batteries are shares of the waste that arose") {
  const StrayBatteries stray =
      stray_batteries(200.0, {.mixed_waste = 0.2, .undeclared_in_scrap = 0.1});
  CHECK(stray.in_mixed_waste == doctest::Approx(40.0));
  CHECK(stray.in_scrap == doctest::Approx(20.0));
}

TEST_CASE("more than all of the waste cannot go astray") {
  CHECK_THROWS_AS((void)stray_batteries(1.0, {0.7, 0.4}), InvalidValue);
  CHECK_THROWS_AS((void)stray_batteries(1.0, {-0.1, 0.4}), InvalidValue);
}
