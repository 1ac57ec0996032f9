#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
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

TEST_CASE("the little that leaves a long life early keeps its digits") {
  OneProcess process = with_weibull(always(8.0, 1.0), always(50.0, 1e6));
  const SurvivalCurves<double> curves(process.view(), 0, 0);
  for (int step = 1; step < 5; ++step) {
    CHECK(curves.leaving(0, 0, step) ==
          doctest::Approx(Weibull(8.0, 50.0).leaving(step - 1, step)).epsilon(1e-13));
    CHECK(curves.leaving(1, 0, step) ==
          doctest::Approx(Weibull(1.0, 1e6).leaving(step - 1, step)).epsilon(1e-13));
  }
}

TEST_CASE("Weibull shares keep to the closed form in extended precision") {
  for (const double shape : {0.6, 1.0, 2.4, 5.0, 12.0})
    for (const double scale : {0.7, 3.0, 9.0, 40.0}) {
      OneProcess process = with_weibull(always(shape, 1.0), always(scale, 1.0));
      const SurvivalCurves<double> curves(process.view(), 0, 0);
      for (int age = 0; age < 5; ++age) {
        const long double hazard =
            std::pow(static_cast<long double>(age) / scale, static_cast<long double>(shape));
        const auto exact = static_cast<double>(std::exp(-hazard));
        const double far = 4e-15 * (1.0 + shape) * (1.0 + static_cast<double>(hazard));
        CHECK(std::abs(curves.survival(0, 0, age) - exact) <= far * exact + 1e-30);
      }
    }
}

TEST_CASE("a curve is made again only where what it is made of has changed") {
  OneProcess process = with_weibull(always(3.0, 3.0), always(8.0, 9.0));
  const SurvivalCurves<double> before(process.view(), 0, 0);
  process.ahead.curves.begin()->second.survival.front() = 0.125;  // to know it again
  const SurvivalCurves<double> same(process.view(), 0, 0);
  CHECK(same.survival(0, 0, 4) == 0.125);
  process.ahead.values[0][0] = 4.0;
  const SurvivalCurves<double> other(process.view(), 0, 0);
  CHECK(other.survival(0, 0, 4) == doctest::Approx(Weibull(4.0, 8.0).survival(4.0)));
}

TEST_CASE("what is wrong with a lifetime is said again in every run") {
  OneProcess process = with_weibull(always(3.0, -2.0), always(8.0, 8.0));
  const SurvivalCurves<double> once(process.view(), 0, 0), again(process.view(), 0, 0);
  CHECK(process.faults.size() == 2);
}

TEST_CASE("a factor on the hazard that is below zero is named by its year") {
  OneProcess process = with_weibull(always(3.0, 3.0), always(8.0, 8.0));
  BySteps factor(5, {1.0, 1.0});
  factor[2] = {-1.0, 1.0};
  process.port_ahead(factor);
  const SurvivalCurves<double> curves(process.view(), 0, 0);
  REQUIRE(process.faults.size() == 1);
  CHECK(process.faults.front().find("process.use[car].life: hazard factor[2002]") == 0);
}

TEST_CASE("the steps of a run are given four at a time, the last for those behind it") {
  OneProcess process = with_weibull(always(3.0, 3.0), always(8.0, 8.0));
  const SurvivalCurves<double> curves(process.view(), 0, 0);
  const SharesAhead<double> shares = curves.ahead(1, 2);
  CHECK(shares.first == 2);
  CHECK(shares.survival[1] + 2 == &curves.survival(1, 2, 3));
  CHECK(shares.leaving[2] == &curves.leaving(1, 0, 4));
  CHECK(shares.leaving[3] == &curves.leaving(1, 0, 4));
}

TEST_CASE("a cohort keeps the life of its year of entry") {
  OneProcess process =
      with_weibull(always(3.0, 3.0), {{8.0, 8.0}, {7.0, 8.0}, {6.0, 8.0}, {5.0, 8.0}, {4.0, 8.0}});
  const SurvivalCurves<double> curves(process.view(), 0, 0);
  for (int cohort = 0; cohort < 3; ++cohort)
    CHECK(curves.survival(0, cohort, cohort + 2) ==
          doctest::Approx(Weibull(3.0, 8.0 - cohort).survival(2.0)).epsilon(1e-14));
}

TEST_CASE(
    "cohorts that share a life with the one before have what a table of their own gives them") {
  const std::vector<double> mean{3.0, 3.0, 2.0, 2.0, 3.0};
  for (const std::vector<int>& run :
       {std::vector{2000, 2001, 2002, 2003, 2004}, std::vector{2000, 2001, 2003, 2006, 2010}}) {
    OneProcess process;
    process.years = Years(run);
    process.lifetimes = {{.name = "life", .distribution = Distribution::normal, .first = "m"}};
    BySteps means;
    for (const double one : mean) means.push_back({one, 4.0});
    process.port_ahead(means);
    process.port_ahead(always(1.0, 1.0));
    const SurvivalCurves<double> curves(process.view(), 0, 2);

    std::vector<int> with_history{1998, 1999};
    with_history.insert(with_history.end(), run.begin(), run.end());
    std::vector<Lifetime> by_cohort;
    for (int cohort = 0; cohort < 7; ++cohort)
      by_cohort.push_back(lifetime_from_mean_sd(
          Distribution::normal, mean[static_cast<std::size_t>(std::max(cohort - 2, 0))], 1.0));
    const SurvivalTable table(Years(with_history), by_cohort);
    for (int cohort = 0; cohort < 7; ++cohort)
      for (int step = cohort; step < 7; ++step) {
        CHECK(curves.survival(0, cohort, step) == table.survival(step, cohort));
        CHECK(curves.leaving(0, cohort, step) == table.leaving(step, cohort));
      }
  }
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
