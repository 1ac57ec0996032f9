#include <doctest/doctest.h>

#include "critflow/policy/target.hpp"

using namespace critflow;

TEST_CASE("a target of which nothing is said is a duty without date and without threshold") {
  const Target target{.key = "take-back", .group = "battery waste", .instrument = "a law"};
  CHECK(target.comparison == Comparison::duty);
  CHECK_FALSE(target.from.has_value());
  CHECK_FALSE(target.threshold.has_value());
  CHECK(target.norm);
}
