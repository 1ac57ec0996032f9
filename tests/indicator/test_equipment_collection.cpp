#include <doctest/doctest.h>

#include "critflow/indicator/equipment_collection.hpp"

using namespace critflow;

TEST_CASE("64.8 % of waste is not the 65 % of sales that the law names") {
  const Ratio of_waste = equipment_collection_of_waste(260.0, 401.0);
  CHECK(100.0 * *of_waste.value == doctest::Approx(64.8).epsilon(0.001));
  CHECK(*of_waste.value < 0.85);
}

TEST_CASE("sales are those of the three years before") {
  CHECK(*equipment_collection_rate(260.0, {380.0, 400.0, 420.0}).value == doctest::Approx(0.65));
  CHECK_FALSE(equipment_collection_rate(260.0, {400.0, 420.0}).value.has_value());
}

TEST_CASE("recovery of equipment and of a metal in it have their own wholes") {
  CHECK(*equipment_recovery(80.0, 100.0).value == doctest::Approx(0.8));
  CHECK(*metal_recovery_from_equipment(2.0, 8.0).value == doctest::Approx(0.25));
  CHECK_FALSE(metal_recovery_from_equipment(0.0, 0.0).value.has_value());
}
