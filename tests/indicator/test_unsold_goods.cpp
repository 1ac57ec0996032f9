#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/unsold_goods.hpp"

using namespace critflow;

TEST_CASE("recycling unsold goods is destruction, refurbishing them is not") {
  CHECK(is_destruction(UnsoldRoute::recycled));
  CHECK(is_destruction(UnsoldRoute::recovered));
  CHECK(is_destruction(UnsoldRoute::disposed));
  CHECK_FALSE(is_destruction(UnsoldRoute::refurbished));
  CHECK_FALSE(is_destruction(UnsoldRoute::prepared_for_reuse));
  CHECK_FALSE(is_destruction(UnsoldRoute::remanufactured));
  CHECK_FALSE(is_destruction(UnsoldRoute::sold_or_given));
}

TEST_CASE("a ban reaches what neither small firms nor derogations free") {
  const DestructionBan ban{.exempt_enterprises = 0.25, .derogations = 0.2, .unsold = 0.05};
  CHECK(ban_coverage(ban) == doctest::Approx(0.6));
  CHECK(destruction_avoided(ban, 1000.0) == doctest::Approx(30.0));
  CHECK_THROWS_AS((void)ban_coverage({.derogations = 1.1}), InvalidValue);
}
