#include <doctest/doctest.h>

#include <vector>

#include "critflow/lifetime/survival_table.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "critflow/network/survival_curves.hpp"
#include "network/one_process.hpp"

using namespace critflow;

namespace {

using BySteps = std::vector<std::vector<double>>;

OneProcess with_weibull(const BySteps& shape, const BySteps& scale) {
  OneProcess process;
  process.lifetimes = {{.name = "life", .by_mean_and_sd = false, .first = "k", .second = "l"}};
  process.port_ahead(shape);
  process.port_ahead(scale);
  return process;
}

BySteps always(double car, double phone) { return BySteps(5, {car, phone}); }

}  // namespace

TEST_CASE("each place has the survival of its own parameters") {
  OneProcess process = with_weibull(always(3.0, 2.0), always(8.0, 4.0));
  const SurvivalCurves<double> curves(process.view(), 0, 0);
  const SurvivalTable phone(process.years, Weibull(2.0, 4.0));
  CHECK(curves.steps() == 5);
  for (int cohort = 0; cohort < 5; ++cohort)
    for (int step = cohort; step < 5; ++step) {
      CHECK(curves.survival(1, cohort, step) ==
            doctest::Approx(phone.survival(step, cohort)).epsilon(1e-14));
      CHECK(curves.leaving(1, cohort, step) ==
            doctest::Approx(phone.leaving(step, cohort)).epsilon(1e-14));
    }
  CHECK(curves.survival(0, 0, 3) > curves.survival(1, 0, 3));
}

TEST_CASE("a cohort keeps the life of its year of entry") {
  OneProcess process =
      with_weibull(always(3.0, 3.0), {{8.0, 8.0}, {7.0, 8.0}, {6.0, 8.0}, {5.0, 8.0}, {4.0, 8.0}});
  const SurvivalCurves<double> curves(process.view(), 0, 0);
  for (int cohort = 0; cohort < 3; ++cohort)
    CHECK(curves.survival(0, cohort, cohort + 2) ==
          doctest::Approx(Weibull(3.0, 8.0 - cohort).survival(2.0)).epsilon(1e-14));
}

TEST_CASE("cohorts before the first year last as the first one does") {
  OneProcess process =
      with_weibull(always(3.0, 3.0), {{8.0, 8.0}, {7.0, 8.0}, {6.0, 8.0}, {5.0, 8.0}, {4.0, 8.0}});
  const SurvivalCurves<double> curves(process.view(), 0, 2);
  CHECK(curves.steps() == 7);
  CHECK(curves.history() == 2);
  CHECK(curves.survival(0, 0, 4) ==
        doctest::Approx(Weibull(3.0, 8.0).survival(4.0)).epsilon(1e-14));
  CHECK(curves.survival(0, 3, 4) ==
        doctest::Approx(Weibull(3.0, 7.0).survival(1.0)).epsilon(1e-14));
}

TEST_CASE("a factor on the hazard acts on all cohorts in its year") {
  OneProcess process = with_weibull(always(3.0, 3.0), always(8.0, 8.0));
  BySteps factor(5, {1.0, 1.0});
  factor[2] = {0.0, 1.0};
  process.port_ahead(factor);
  const SurvivalCurves<double> curves(process.view(), 0, 0);
  CHECK(curves.leaving(0, 0, 2) == 0.0);
  CHECK(curves.leaving(0, 1, 2) == 0.0);
  CHECK(curves.leaving(0, 0, 1) > 0.0);
  CHECK(curves.leaving(1, 0, 2) > 0.0);
}

TEST_CASE("a parameter outside its domain is named by process, place and lifetime") {
  OneProcess process = with_weibull(always(3.0, -2.0), always(8.0, 8.0));
  const SurvivalCurves<double> curves(process.view(), 0, 0);
  REQUIRE(process.faults.size() == 1);
  CHECK(process.faults.front().find("process.use[phone].life: weibull.shape") == 0);
}
