#include <doctest/doctest.h>

#include "critflow/network/second_life_memory.hpp"
#include "network/one_process.hpp"

using critflow::SecondLifeMemory;
using critflow::SurvivalCurves;

namespace {

/// Units that last two years, in a layer of service (0) and one of mass (1).
struct TwoYears {
  TwoYears() {
    process.lifetimes = {
        {.name = "life", .distribution = critflow::Distribution::fixed, .first = "life"}};
    process.port_ahead({{2.0, 2.0}, {2.0, 2.0}, {2.0, 2.0}, {2.0, 2.0}, {2.0, 2.0}});
  }
  SecondLifeMemory<double>::Part units() {
    return {SurvivalCurves<double>(process.view(), 0, 0), 2, 2, 0};
  }

  OneProcess process;
};

}  // namespace

TEST_CASE("service fades and mass does not, until both leave together") {
  TwoYears two_years;
  auto part = two_years.units();
  part.enter(1, 0, 10.0);
  part.enter(1, 1, 7.0);
  CHECK(part.in_use(1, 0, 0) == 10.0);
  part.fade(1, 0.9);
  CHECK(part.in_use(1, 0, 1) == 9.0);
  CHECK(part.in_use(1, 1, 1) == 7.0);
  part.fade(1, 0.9);
  CHECK(part.in_use(1, 1, 2) == 0.0);
  CHECK(part.leaving(1, 0, 2) == doctest::Approx(8.1));
  CHECK(part.leaving(1, 1, 2) == 7.0);
  CHECK(part.in_use(0, 1, 2) == 0.0);
}

TEST_CASE("new and repurposed units of a cohort are shown together") {
  TwoYears two_years;
  SecondLifeMemory<double> memory{.fresh = two_years.units(), .repurposed = two_years.units()};
  memory.fresh.enter(0, 0, 10.0);
  memory.repurposed.enter(0, 0, 4.0);
  memory.steps_settled = 1;
  CHECK(memory.held(0, 0, 0) == 14.0);
  CHECK(memory.held(0, 0, 1) == 0.0);
}
