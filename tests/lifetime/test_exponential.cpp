#include <doctest/doctest.h>

#include <cmath>

#include "critflow/base/fault.hpp"
#include "critflow/lifetime/exponential.hpp"
#include "critflow/lifetime/lifetime_model.hpp"
#include "lifetimes.hpp"

using critflow::Exponential;
using doctest::Approx;

TEST_CASE("of what is there the same share leaves at every age") {
  const Exponential lifetime(8.0);
  for (const double age : {0.0, 1.0, 30.0, 400.0})
    CHECK(lifetime.leaving(age, age + 1.0) / lifetime.survival(age) ==
          Approx(-std::expm1(-1.0 / 8.0)).epsilon(1e-14));
}

TEST_CASE("nothing has left at age zero") {
  CHECK(Exponential(8.0).survival(0.0) == 1.0);
  CHECK(Exponential(8.0).leaving(critflow::before_entry, 0.0) == 0.0);
}

TEST_CASE("the little that leaves a long exponential life soon keeps its digits") {
  CHECK(Exponential(500.0).leaving(0.0, 1e-3) == Approx(1.9999980000013333e-6).epsilon(1e-15));
}

TEST_CASE("the mean of an exponential life is its parameter") {
  CHECK(moments_of(Exponential(8.0), 400.0).mean == Approx(8.0).epsilon(1e-10));
  CHECK(Exponential(8.0).mean() == 8.0);
}

TEST_CASE("an exponential life without length is refused") {
  CHECK_THROWS_WITH_AS(Exponential(0.0),
                       "exponential.mean: not positive: 0, must be finite and > 0",
                       critflow::InvalidValue);
}
