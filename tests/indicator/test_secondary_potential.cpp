#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/secondary_potential.hpp"

using namespace critflow;

TEST_CASE("what is possible, feasible, expected and required are four amounts") {
  const SecondarySource source{
      .in_waste = 100.0, .recoverable = 0.9, .capacity = 60.0, .probability = 0.5};
  const SecondaryPotential potential = secondary_potential(source, 0.25, 300.0);
  CHECK(potential.technical == doctest::Approx(90.0));
  CHECK(potential.feasible == doctest::Approx(60.0));
  CHECK(potential.expected == doctest::Approx(30.0));
  CHECK(potential.required == doctest::Approx(75.0));
}

TEST_CASE("a plant that is larger than the waste makes no more of it") {
  const SecondarySource source{.in_waste = 10.0, .capacity = 60.0};
  CHECK(secondary_potential(source, 0.0, 0.0).feasible == doctest::Approx(10.0));
}

TEST_CASE("a share above one is refused") {
  CHECK_THROWS_AS((void)secondary_potential({.probability = 1.5}, 0.1, 1.0), InvalidValue);
  CHECK_THROWS_AS((void)secondary_potential({.in_waste = -1.0}, 0.1, 1.0), InvalidValue);
}
