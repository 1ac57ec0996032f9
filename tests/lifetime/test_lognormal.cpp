#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/lifetime/lifetime_model.hpp"
#include "critflow/lifetime/lognormal.hpp"
#include "lifetimes.hpp"

using critflow::Lognormal;
using doctest::Approx;

TEST_CASE("a lognormal life has the moments it is asked for") {
  const auto lifetime = Lognormal::from_mean_sd(8.0, 3.0);
  CHECK(lifetime.mu() == Approx(2.0136533627854763).epsilon(1e-15));
  CHECK(lifetime.sigma() == Approx(0.36273455554815738).epsilon(1e-15));
  CHECK(lifetime.mean() == Approx(8.0).epsilon(1e-15));
  const auto [mean, sd] = moments_of(lifetime, 200.0);
  CHECK(mean == Approx(8.0).epsilon(1e-10));
  CHECK(sd == Approx(3.0).epsilon(1e-8));
}

TEST_CASE("a lognormal life survives as its law says") {
  CHECK(Lognormal::from_mean_sd(8.0, 3.0).survival(11.0) ==
        Approx(0.14473334759942499).epsilon(1e-14));
  CHECK(Lognormal(3.0, 0.25).leaving(critflow::before_entry, 2.0) ==
        Approx(1.3862566634953069e-20).epsilon(1e-13));
}

TEST_CASE("no lognormal unit has left at age zero") {
  CHECK(Lognormal(2.0, 0.5).survival(0.0) == 1.0);
  CHECK(Lognormal(2.0, 0.5).survival(-3.0) == 1.0);
  CHECK(Lognormal(2.0, 0.5).leaving(critflow::before_entry, 0.0) == 0.0);
}

TEST_CASE("a lognormal life without spread is refused") {
  CHECK_THROWS_WITH_AS(static_cast<void>(Lognormal::from_mean_sd(8.0, 0.0)),
                       "lognormal.sd: not positive: 0, must be finite and > 0",
                       critflow::InvalidValue);
  CHECK_THROWS_WITH_AS(Lognormal(2.0, -0.5),
                       "lognormal.sigma: not positive: -0.5, must be finite and > 0",
                       critflow::InvalidValue);
}
