#include <doctest/doctest.h>

#include "critflow/indicator/vehicle_recycling.hpp"

using namespace critflow;

TEST_CASE("the battery is part neither of the vehicle nor of what is recycled of it") {
  const EndOfLifeVehicles vehicles{
      .mass = 1800.0, .batteries = 400.0, .reused = 200.0, .recycled = 1000.0, .recovered = 130.0};
  CHECK(*vehicle_reuse_and_recycling(vehicles).value == doctest::Approx(1200.0 / 1400.0));
  CHECK(*vehicle_reuse_and_recovery(vehicles).value == doctest::Approx(0.95));
}

TEST_CASE("without vehicles there is no rate") {
  CHECK_FALSE(vehicle_reuse_and_recycling({}).value.has_value());
}
