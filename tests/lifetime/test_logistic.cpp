#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/lifetime/lifetime_model.hpp"
#include "critflow/lifetime/logistic.hpp"
#include "lifetimes.hpp"

using critflow::before_entry;
using critflow::Logistic;
using doctest::Approx;

TEST_CASE("half of a logistic life survives the location") {
  CHECK(Logistic(12.0, 1.5).survival(12.0) == 0.5);
  CHECK(Logistic(12.0, 1.5).survival(15.0) == Approx(0.11920292202211756).epsilon(1e-14));
}

TEST_CASE("the mass of a logistic life below age zero leaves in the year of entry") {
  CHECK(Logistic(12.0, 1.5).leaving(before_entry, 0.0) ==
        Approx(0.00033535013046647810).epsilon(1e-14));
}

TEST_CASE("the early tail of a logistic life keeps its digits") {
  CHECK(Logistic(80.0, 2.0).leaving(1.0, 2.0) == Approx(4.5438721468471407e-18).epsilon(1e-13));
}

TEST_CASE("very old age is no trouble to a logistic life") {
  CHECK(Logistic(12.0, 0.01).survival(1000.0) == 0.0);
  CHECK(Logistic(12.0, 0.01).leaving(1000.0, 1001.0) == 0.0);
}

TEST_CASE("a logistic life has the moments it is asked for") {
  const auto lifetime = Logistic::from_mean_sd(30.0, 2.0);
  CHECK(lifetime.mean() == 30.0);
  const auto [mean, sd] = moments_of(lifetime, 120.0);
  CHECK(mean == Approx(30.0).epsilon(1e-10));
  CHECK(sd == Approx(2.0).epsilon(1e-8));
}

TEST_CASE("a logistic life without spread is refused") {
  CHECK_THROWS_WITH_AS(Logistic(12.0, 0.0),
                       "logistic.scale: not positive: 0, must be finite and > 0",
                       critflow::InvalidValue);
  CHECK_THROWS_WITH_AS(static_cast<void>(Logistic::from_mean_sd(12.0, -2.0)),
                       "logistic.sd: not positive: -2, must be finite and > 0",
                       critflow::InvalidValue);
}
