#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/lifetime/folded_normal.hpp"
#include "critflow/lifetime/lifetime_model.hpp"
#include "lifetimes.hpp"

using critflow::FoldedNormal;
using doctest::Approx;

TEST_CASE("what a normal life has below zero is folded to above it") {
  const FoldedNormal lifetime(6.0, 3.0);
  CHECK(lifetime.survival(0.0) == 1.0);
  CHECK(lifetime.survival(4.0) == Approx(0.74793652278627392).epsilon(1e-14));
  CHECK(lifetime.leaving(critflow::before_entry, 1e-3) ==
        Approx(3.5993979675124109e-5).epsilon(1e-12));
}

TEST_CASE("the mean age of a folded normal life is above the mean before folding") {
  CHECK(FoldedNormal(6.0, 3.0).mean() == Approx(6.0509442157009778).epsilon(1e-15));
  CHECK(moments_of(FoldedNormal(6.0, 3.0), 60.0).mean == Approx(6.0509442157009778).epsilon(1e-10));
}

TEST_CASE("a folded normal life has the moments it is asked for") {
  const auto lifetime = FoldedNormal::from_mean_sd(10.0, 6.0);
  CHECK(lifetime.mu() == Approx(9.5209137941319399).epsilon(1e-12));
  CHECK(lifetime.sigma() == Approx(6.7344042442303794).epsilon(1e-12));
  const auto [mean, sd] = moments_of(lifetime, 120.0);
  CHECK(mean == Approx(10.0).epsilon(1e-10));
  CHECK(sd == Approx(6.0).epsilon(1e-8));
}

TEST_CASE("far from zero there is nothing to fold") {
  CHECK(FoldedNormal::from_mean_sd(20.0, 1.0).mu() == 20.0);
  CHECK(FoldedNormal::from_mean_sd(20.0, 2.0 - 1e-9).mu() ==
        Approx(FoldedNormal::from_mean_sd(20.0, 2.0 + 1e-9).mu()).epsilon(1e-9));
}

TEST_CASE("no folded normal life is wider than the half-normal") {
  CHECK(FoldedNormal::from_mean_sd(8.0, 8.0 * FoldedNormal::widest).mu() < 1e-3);
  CHECK_THROWS_WITH_AS(static_cast<void>(FoldedNormal::from_mean_sd(8.0, 7.0)),
                       "folded_normal.sd: too wide for the mean: 7, must be at most "
                       "6.044085118102936, 0.7555 of the mean",
                       critflow::InvalidValue);
}

TEST_CASE("a folded normal life without spread is refused") {
  CHECK_THROWS_WITH_AS(FoldedNormal(6.0, 0.0),
                       "folded_normal.sigma: not positive: 0, must be finite and > 0",
                       critflow::InvalidValue);
  CHECK_THROWS_WITH_AS(static_cast<void>(FoldedNormal::from_mean_sd(6.0, -1.0)),
                       "folded_normal.sd: not positive: -1, must be finite and > 0",
                       critflow::InvalidValue);
}
