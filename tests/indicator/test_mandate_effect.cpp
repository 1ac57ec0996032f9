#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/mandate_effect.hpp"

using critflow::mandate_effect;

TEST_CASE("a mandate that only moves metal from other uses is credited nothing") {
  const auto effect =
      mandate_effect({.supply = 100, .in_scope = 40}, {.supply = 100, .in_scope = 25});
  CHECK(effect.additional == 0.0);
  CHECK(effect.diverted == 15.0);
}

TEST_CASE("what is recovered in addition is credited, and the rest of the rise is diverted") {
  const auto effect =
      mandate_effect({.supply = 110, .in_scope = 40}, {.supply = 100, .in_scope = 25});
  CHECK(effect.additional == 10.0);
  CHECK(effect.diverted == 5.0);
}

TEST_CASE("additional metal that others use diverts nothing") {
  const auto effect =
      mandate_effect({.supply = 130, .in_scope = 40}, {.supply = 100, .in_scope = 25});
  CHECK(effect.additional == 30.0);
  CHECK(effect.diverted == 0.0);
}

TEST_CASE("more in scope than there is, is refused") {
  CHECK_THROWS_WITH_AS(static_cast<void>(mandate_effect({.supply = 1, .in_scope = 2}, {})),
                       "in_scope: more than there is: 2, must be at most 1",
                       critflow::InvalidValue);
}
