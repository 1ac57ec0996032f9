#include <doctest/doctest.h>

#include <limits>

#include "critflow/base/fault.hpp"
#include "critflow/lifetime/fixed.hpp"
#include "critflow/lifetime/lifetime_model.hpp"

using critflow::Fixed;

TEST_CASE("all units leave at the same age") {
  const Fixed lifetime(3.5);
  CHECK(lifetime.survival(3.4) == 1.0);
  CHECK(lifetime.survival(3.5) == 0.0);
  CHECK(lifetime.leaving(3.0, 4.0) == 1.0);
  CHECK(lifetime.leaving(4.0, 5.0) == 0.0);
  CHECK(lifetime.mean() == 3.5);
}

TEST_CASE("a lifetime of zero leaves on entry") {
  CHECK(Fixed(0.0).survival(0.0) == 0.0);
  CHECK(Fixed(0.0).leaving(critflow::before_entry, 0.0) == 1.0);
}

TEST_CASE("a fixed lifetime below zero is refused") {
  CHECK_THROWS_WITH_AS(Fixed(-1.0),
                       "fixed.years: negative or not finite: -1, must be finite and >= 0",
                       critflow::InvalidValue);
  CHECK_THROWS_AS(Fixed{std::numeric_limits<double>::infinity()}, critflow::InvalidValue);
}
