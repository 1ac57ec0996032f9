#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/policy/battery_category.hpp"

using namespace critflow;

using Traction = BatteryUse::Traction;

TEST_CASE("a battery that was repurposed is industrial, whatever it was before") {
  CHECK(battery_category({.mass = 400.0, .traction = Traction::vehicle}) == BatteryCategory::EV);
  CHECK(battery_category({.mass = 400.0, .traction = Traction::vehicle, .repurposed = true}) ==
        BatteryCategory::industrial);
}

TEST_CASE("traction is light up to 25 kg, in category L as on an e-bike") {
  CHECK(battery_category({.mass = 3.0, .traction = Traction::light_transport}) ==
        BatteryCategory::LMT);
  CHECK(battery_category({.mass = 25.0, .traction = Traction::light_vehicle}) ==
        BatteryCategory::LMT);
  CHECK(battery_category({.mass = 26.0, .traction = Traction::light_vehicle}) ==
        BatteryCategory::EV);
}

TEST_CASE("a home battery is industrial, since it is heavier than 5 kg") {
  CHECK(battery_category({.mass = 80.0}) == BatteryCategory::industrial);
  CHECK(battery_category({.mass = 5.0}) == BatteryCategory::portable);
  CHECK(battery_category({.mass = 1.0, .for_industry = true}) == BatteryCategory::industrial);
}

TEST_CASE("what starts an engine is SLI, sealed or not") {
  CHECK(battery_category({.mass = 15.0, .starts_or_lights = true, .sealed = false}) ==
        BatteryCategory::SLI);
}

TEST_CASE("every category has the word that scenarios use, and a battery has a mass") {
  CHECK(name_of(BatteryCategory::LMT) == "LMT");
  CHECK(name_of(BatteryCategory::portable) == "portable");
  CHECK_THROWS_AS((void)battery_category({}), InvalidValue);
}
