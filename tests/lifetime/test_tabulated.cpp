#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/lifetime/tabulated.hpp"
#include "lifetimes.hpp"

using critflow::InvalidValue;
using critflow::Tabulated;
using doctest::Approx;

TEST_CASE("between two points of a table survival is a straight line") {
  const Tabulated lifetime({0.0, 10.0, 20.0}, {1.0, 0.8, 0.0});
  CHECK(lifetime.survival(0.0) == 1.0);
  CHECK(lifetime.survival(5.0) == Approx(0.9).epsilon(1e-15));
  CHECK(lifetime.survival(10.0) == 0.8);
  CHECK(lifetime.survival(15.0) == Approx(0.4).epsilon(1e-15));
}

TEST_CASE("before the table all is in use, after it nothing") {
  const Tabulated lifetime({0.9, 0.5, 0.0});
  CHECK(lifetime.survival(-1.0) == 1.0);
  CHECK(lifetime.survival(0.0) == 0.9);
  CHECK(lifetime.survival(2.0) == 0.0);
  CHECK(lifetime.survival(99.0) == 0.0);
}

TEST_CASE("the mean of a table is the area under it") {
  const Tabulated lifetime({0.0, 10.0, 20.0}, {1.0, 0.8, 0.0});
  CHECK(lifetime.mean() == Approx(13.0).epsilon(1e-15));
  CHECK(moments_of(lifetime, 20.0).mean == Approx(13.0).epsilon(1e-9));
}

TEST_CASE("a table that does not say what becomes of the rest is refused") {
  CHECK_THROWS_WITH_AS(Tabulated({1.0, 0.5, 0.1}),
                       "tabulated.shares[2]: does not end at zero: 0.1, must be 0 at the last age",
                       InvalidValue);
}

TEST_CASE("a table that is no survival curve is refused with the place") {
  CHECK_THROWS_WITH_AS(Tabulated({1.1, 0.0}), "tabulated.shares[0]: above one: 1.1, must be <= 1",
                       InvalidValue);
  CHECK_THROWS_WITH_AS(Tabulated({0.5, 0.6, 0.0}),
                       "tabulated.shares[1]: rises with age: 0.6, must be at most the share before",
                       InvalidValue);
  CHECK_THROWS_WITH_AS(Tabulated({1.0, 2.0}, {1.0, 0.0}),
                       "tabulated.ages[0]: not at the beginning: 1, must be 0", InvalidValue);
  CHECK_THROWS_WITH_AS(Tabulated({0.0, 2.0, 2.0}, {1.0, 0.5, 0.0}),
                       "tabulated.ages[2]: not rising: 2, must be above the age before",
                       InvalidValue);
  CHECK_THROWS_WITH_AS(Tabulated({0.0, 2.0}, {1.0}),
                       "tabulated: wrong number of points: 2 ages, 1 shares, must be two or more "
                       "ages with a share each",
                       InvalidValue);
}
