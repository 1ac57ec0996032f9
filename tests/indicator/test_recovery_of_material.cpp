#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/recovery_of_material.hpp"

using namespace critflow;

namespace {

constexpr double lithium = 11.0;  // in the cells of 1000 t of NMC packs [t]
constexpr double to_black_mass = 0.92 * lithium;
constexpr double refining = 0.90;

}  // namespace

TEST_CASE("recovery is the yield of all steps together") {
  const Ratio rate = recovery_of_material({.input = lithium, .in_union = to_black_mass * refining});
  CHECK(100.0 * *rate.value == doctest::Approx(82.8));
  CHECK(*rate.value >= 0.80);
}

TEST_CASE("black mass that is exported without evidence is not recovered") {
  const double kept = 0.6 * to_black_mass * refining;
  const double exported = 0.4 * to_black_mass * refining;
  const Ratio without = recovery_of_material({lithium, kept, exported, 0.0});
  CHECK(100.0 * *without.value == doctest::Approx(49.7).epsilon(0.001));
  CHECK(*without.value < 0.50);
  CHECK(*recovery_of_material({lithium, kept, exported, 1.0}).value == doctest::Approx(0.828));
}

TEST_CASE("a metal that the batteries do not hold has no rate, not a bad one") {
  const Ratio cobalt = recovery_of_material({});
  CHECK_FALSE(cobalt.value.has_value());
  CHECK(cobalt.reason == "no metal in what is recycled");
}

TEST_CASE("evidence is a share") {
  CHECK_THROWS_AS((void)recovery_of_material({.input = 1.0, .evidence = 1.2}), InvalidValue);
}
