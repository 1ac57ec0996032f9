#include <doctest/doctest.h>

#include "critflow/lifetime/distribution.hpp"
#include "critflow/network/lifetime_description.hpp"
#include "critflow/network/survival_curves.hpp"
#include "network/one_process.hpp"

using namespace critflow;

namespace {

double after_three_years(const LifetimeDescription& lifetime, double first, double second) {
  OneProcess process;
  process.places = {"process.use"};
  process.lifetimes = {lifetime};
  process.port_ahead({5, {first}});
  process.port_ahead({5, {second}});
  return SurvivalCurves<double>(process.view(), 0, 0).survival(0, 0, 3);
}

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-14); }

}  // namespace

TEST_CASE("a lifetime is described by mean and sd, or by its native parameters") {
  const auto gamma = Distribution::gamma;
  CHECK(after_three_years({.name = "life", .distribution = gamma, .first = "mean"}, 4.0, 2.0) ==
        lifetime_from_mean_sd(gamma, 4.0, 2.0).survival(3.0));
  CHECK(after_three_years(
            {.name = "life", .distribution = gamma, .by_mean_and_sd = false, .first = "shape"}, 4.0,
            2.0) == lifetime_from_native(gamma, 4.0, 2.0).survival(3.0));
}

TEST_CASE("a table at whole ages counts before all else") {
  CHECK(after_three_years(
            {.name = "life", .first = "mean", .survival_by_age = {1.0, 0.9, 0.5, 0.25, 0.0}}, 4.0,
            2.0) == 0.25);
}

TEST_CASE("entry shifts the ages at the end of a year") {
  const LifetimeDescription at_end{.name = "life", .first = "mean"};
  LifetimeDescription at_start = at_end;
  at_start.entry = Entry::start();
  const Lifetime life = lifetime_from_mean_sd(Distribution::weibull, 4.0, 2.0);
  CHECK(after_three_years(at_end, 4.0, 2.0) == near(life.survival(3.0)));
  CHECK(after_three_years(at_start, 4.0, 2.0) == near(life.survival(4.0)));
}
