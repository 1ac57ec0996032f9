#include <doctest/doctest.h>

#include <cmath>

#include "critflow/base/fault.hpp"
#include "critflow/lifetime/gamma.hpp"
#include "critflow/lifetime/lifetime_model.hpp"
#include "lifetimes.hpp"

using critflow::Gamma;
using doctest::Approx;

TEST_CASE("a gamma life of whole shape is that many exponential stages") {
  for (const double age : {0.5, 4.0, 20.0}) {
    const double x = age / 2.0;
    CHECK(Gamma(3.0, 2.0).survival(age) ==
          Approx(std::exp(-x) * (1.0 + x + 0.5 * x * x)).epsilon(1e-14));
  }
  CHECK(Gamma(2.5, 4.0).survival(9.0) == Approx(0.47988343811329942).epsilon(1e-14));
}

TEST_CASE("no gamma unit has left at age zero") {
  CHECK(Gamma(2.0, 3.0).survival(0.0) == 1.0);
  CHECK(Gamma(2.0, 3.0).survival(-1.0) == 1.0);
  CHECK(Gamma(2.0, 3.0).leaving(critflow::before_entry, 0.0) == 0.0);
}

TEST_CASE("both tails of a gamma life keep their digits") {
  CHECK(Gamma(9.0, 3.0).leaving(critflow::before_entry, 1.0) ==
        Approx(1.0376662692765148e-10).epsilon(1e-13));
  CHECK(Gamma(9.0, 3.0).leaving(150.0, 151.0) == Approx(5.4323385623659718e-14).epsilon(1e-13));
}

TEST_CASE("a gamma life has the moments it is asked for") {
  const auto lifetime = Gamma::from_mean_sd(12.0, 5.0);
  CHECK(lifetime.shape() == Approx(144.0 / 25.0).epsilon(1e-15));
  CHECK(lifetime.mean() == Approx(12.0).epsilon(1e-15));
  const auto [mean, sd] = moments_of(lifetime, 150.0);
  CHECK(mean == Approx(12.0).epsilon(1e-10));
  CHECK(sd == Approx(5.0).epsilon(1e-8));
}

TEST_CASE("a gamma life without shape or spread is refused") {
  CHECK_THROWS_WITH_AS(Gamma(0.0, 2.0), "gamma.shape: not positive: 0, must be finite and > 0",
                       critflow::InvalidValue);
  CHECK_THROWS_WITH_AS(static_cast<void>(Gamma::from_mean_sd(12.0, 0.0)),
                       "gamma.sd: not positive: 0, must be finite and > 0", critflow::InvalidValue);
}
