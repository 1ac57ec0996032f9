#include <doctest/doctest.h>

#include "critflow/indicator/manufacturing_capacity.hpp"

using namespace critflow;

TEST_CASE("capacity is compared with what must be deployed, production with the world's") {
  CHECK(*manufacturing_capacity_share(200e6, 400e6).value == doctest::Approx(0.5));
  CHECK(*world_production_share(300e6, 3000e6).value == doctest::Approx(0.1));
}

TEST_CASE("without needs there is nothing to compare with") {
  CHECK_FALSE(manufacturing_capacity_share(1.0, 0.0).value.has_value());
  CHECK_FALSE(world_production_share(1.0, 0.0).value.has_value());
}
