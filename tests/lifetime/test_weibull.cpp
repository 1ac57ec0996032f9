#include <doctest/doctest.h>

#include <cmath>

#include "critflow/base/fault.hpp"
#include "critflow/lifetime/lifetime_model.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "lifetimes.hpp"

using critflow::Weibull;
using doctest::Approx;

TEST_CASE("a share 1/e survives the scale, whatever the shape") {
  for (const double shape : {0.7, 1.0, 3.5})
    CHECK(Weibull(shape, 12.0).survival(12.0) == Approx(std::exp(-1.0)).epsilon(1e-15));
  CHECK(Weibull(2.4, 11.0).survival(9.0) == Approx(0.53913560334757734).epsilon(1e-14));
}

TEST_CASE("no Weibull unit has left at age zero") {
  CHECK(Weibull(0.8, 6.0).survival(0.0) == 1.0);
  CHECK(Weibull(0.8, 6.0).leaving(critflow::before_entry, 0.0) == 0.0);
}

TEST_CASE("the little that leaves a long life early or late keeps its digits") {
  CHECK(Weibull(4.0, 80.0).leaving(0.0, 1.0) == Approx(2.4414062201976778e-8).epsilon(1e-14));
  CHECK(Weibull(4.0, 80.0).leaving(1.0, 2.0) == Approx(3.6621086150408784e-7).epsilon(1e-14));
  CHECK(Weibull(2.4, 11.0).leaving(40.0, 41.0) == Approx(1.7598236609013074e-10).epsilon(1e-13));
}

TEST_CASE("a Weibull life has the moments it is asked for") {
  const auto lifetime = Weibull::from_mean_sd(15.0, 4.0);
  CHECK(lifetime.shape() == Approx(4.2305287686228503).epsilon(1e-13));
  CHECK(lifetime.scale() == Approx(16.495898727910370).epsilon(1e-14));
  CHECK(lifetime.mean() == Approx(15.0).epsilon(1e-14));
  const auto [mean, sd] = moments_of(lifetime, 100.0);
  CHECK(mean == Approx(15.0).epsilon(1e-10));
  CHECK(sd == Approx(4.0).epsilon(1e-8));
}

TEST_CASE("a Weibull life may be very wide or very narrow") {
  CHECK(Weibull::from_mean_sd(15.0, 30.0).shape() == Approx(0.54269256128645337).epsilon(1e-13));
  CHECK(Weibull::from_mean_sd(15.0, 0.015).shape() == Approx(1281.8196610080399).epsilon(1e-9));
}

TEST_CASE("a Weibull life without shape, scale or spread is refused") {
  CHECK_THROWS_WITH_AS(Weibull(0.0, 9.0), "weibull.shape: not positive: 0, must be finite and > 0",
                       critflow::InvalidValue);
  CHECK_THROWS_WITH_AS(Weibull(2.0, -9.0),
                       "weibull.scale: not positive: -9, must be finite and > 0",
                       critflow::InvalidValue);
  CHECK_THROWS_WITH_AS(Weibull(std::nan(""), 9.0),
                       "weibull.shape: not positive: nan, must be finite and > 0",
                       critflow::InvalidValue);
  CHECK_THROWS_WITH_AS(static_cast<void>(Weibull::from_mean_sd(15.0, 0.0)),
                       "weibull.sd: not positive: 0, must be finite and > 0",
                       critflow::InvalidValue);
}
