#include <doctest/doctest.h>

#include <cmath>

#include "critflow/base/fault.hpp"
#include "critflow/lifetime/lifetime_model.hpp"
#include "critflow/lifetime/normal.hpp"
#include "lifetimes.hpp"

using critflow::before_entry;
using critflow::Normal;
using doctest::Approx;

TEST_CASE("half of a normal life survives the mean") {
  CHECK(Normal(8.0, 2.5).survival(8.0) == 0.5);
  CHECK(Normal(8.0, 2.5).survival(11.0) == Approx(0.11506967022170827).epsilon(1e-14));
}

TEST_CASE("the mass below age zero leaves in the year of entry") {
  const Normal lifetime(5.0, 4.0);
  CHECK(lifetime.survival(0.0) < 1.0);
  CHECK(lifetime.leaving(before_entry, 0.0) == Approx(1.0 - lifetime.survival(0.0)).epsilon(1e-14));
}

TEST_CASE("both tails of a normal life keep their digits") {
  CHECK(Normal(10.0, 1.0).survival(19.0) == Approx(1.1285884059538406e-19).epsilon(1e-13));
  CHECK(Normal(20.0, 2.0).leaving(1.0, 2.0) == Approx(1.1180938908784780e-19).epsilon(1e-13));
  CHECK(Normal(10.0, 1.0).leaving(before_entry, 1.0) ==
        Approx(1.1285884059538406e-19).epsilon(1e-13));
}

TEST_CASE("a normal life far from zero has the moments it is made from") {
  const auto [mean, sd] = moments_of(Normal::from_mean_sd(30.0, 3.0), 90.0);
  CHECK(mean == Approx(30.0).epsilon(1e-10));
  CHECK(sd == Approx(3.0).epsilon(1e-8));
  CHECK(Normal(30.0, 3.0).mean() == 30.0);
}

TEST_CASE("a normal life without spread is refused") {
  CHECK_THROWS_WITH_AS(Normal(8.0, 0.0), "normal.sd: not positive: 0, must be finite and > 0",
                       critflow::InvalidValue);
  CHECK_THROWS_WITH_AS(Normal(-8.0, 1.0),
                       "normal.mean: negative or not finite: -8, must be finite and >= 0",
                       critflow::InvalidValue);
  CHECK_THROWS_WITH_AS(Normal(8.0, std::nan("")),
                       "normal.sd: not positive: nan, must be finite and > 0",
                       critflow::InvalidValue);
}
