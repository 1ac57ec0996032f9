#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/lifetime/distribution.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "lifetimes.hpp"

using critflow::Distribution;
using critflow::InvalidValue;
using doctest::Approx;

TEST_CASE("every distribution is found under its own name") {
  CHECK(critflow::distributions().size() == 8);
  for (const Distribution each : critflow::distributions())
    CHECK(critflow::distribution_named(critflow::name_of(each)) == each);
}

TEST_CASE("an unknown distribution is answered with the nearest name") {
  CHECK_THROWS_WITH_AS(static_cast<void>(critflow::distribution_named("weibul")),
                       "lifetime: unknown distribution: weibul, must be one of fixed, normal, "
                       "folded_normal, lognormal, weibull, gamma, logistic, exponential; did you "
                       "mean 'weibull'?",
                       InvalidValue);
}

TEST_CASE("native parameters have the names of their type") {
  CHECK(critflow::parameters_of(Distribution::weibull)[0] == "shape");
  CHECK(critflow::parameters_of(Distribution::weibull)[1] == "scale");
  CHECK(critflow::parameters_of(Distribution::exponential).size() == 1);
}

TEST_CASE("native parameters go where their type has them") {
  const auto lifetime = critflow::lifetime_from_native(Distribution::weibull, 2.4, 11.0);
  CHECK(lifetime.survival(9.0) == critflow::Weibull(2.4, 11.0).survival(9.0));
}

TEST_CASE("every distribution with a spread has the mean and the spread asked for") {
  for (const Distribution each : critflow::distributions()) {
    if (each == Distribution::fixed || each == Distribution::exponential) continue;
    CAPTURE(critflow::name_of(each));
    const auto [mean, sd] = moments_of(critflow::lifetime_from_mean_sd(each, 24.0, 3.0), 240.0);
    CHECK(mean == Approx(24.0).epsilon(1e-6));
    CHECK(sd == Approx(3.0).epsilon(1e-4));
  }
}

TEST_CASE("a spread that a distribution cannot have is refused") {
  CHECK(critflow::lifetime_from_mean_sd(Distribution::fixed, 7.0, 0.0).survival(6.9) == 1.0);
  CHECK(critflow::lifetime_from_mean_sd(Distribution::exponential, 7.0, 7.0).survival(0.0) == 1.0);
  CHECK_THROWS_WITH_AS(
      static_cast<void>(critflow::lifetime_from_mean_sd(Distribution::fixed, 7.0, 1.0)),
      "fixed.sd: a fixed lifetime does not vary: 1, must be 0", InvalidValue);
  CHECK_THROWS_WITH_AS(
      static_cast<void>(critflow::lifetime_from_mean_sd(Distribution::exponential, 7.0, 2.0)),
      "exponential.sd: not the mean: 2, must be 7", InvalidValue);
}

TEST_CASE("a second parameter where there is one is refused") {
  CHECK_THROWS_WITH_AS(
      static_cast<void>(critflow::lifetime_from_native(Distribution::exponential, 7.0, 3.0)),
      "exponential.second: a parameter too many: 3, must be 0", InvalidValue);
}

TEST_CASE("lifetimes of many series are what each is by itself") {
  const std::vector<double> first{2.4, 1.5}, second{11.0, 20.0};
  const auto native = critflow::lifetimes_from_native(Distribution::weibull, first, second);
  CHECK(native[1].survival(9.0) == critflow::Weibull(1.5, 20.0).survival(9.0));
  const auto alone = critflow::lifetimes_from_native(Distribution::exponential, second);
  CHECK(alone[0].survival(11.0) == Approx(std::exp(-1.0)));
  const auto by_mean = critflow::lifetimes_from_mean_sd(Distribution::gamma, second, first);
  CHECK(by_mean[0].survival(9.0) ==
        critflow::lifetime_from_mean_sd(Distribution::gamma, 11.0, 2.4).survival(9.0));
}

TEST_CASE("of the lifetimes of many series the one that is refused is named") {
  const std::vector<double> shape{2.4, -1.0}, scale{11.0, 20.0};
  CHECK_THROWS_WITH_AS(
      static_cast<void>(critflow::lifetimes_from_native(Distribution::weibull, shape, scale)),
      "lifetimes[1].weibull.shape: not positive: -1, must be finite and > 0", InvalidValue);
  CHECK_THROWS_WITH_AS(
      static_cast<void>(critflow::lifetimes_from_native(Distribution::weibull, shape)),
      "lifetimes: parameters of unequal length: 0, must have 2 entries", InvalidValue);
}
