#include <doctest/doctest.h>

#include <span>
#include <vector>

#include "critflow/lifetime/survival_table.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "critflow/stock/cohort_kernel.hpp"

using critflow::asked_by_stock;
using critflow::CohortProjection;
using critflow::lane;
using critflow::Lanes;
using critflow::ShrinkingStock;
using critflow::SurvivalTable;
using critflow::Years;
using doctest::Approx;

namespace {

constexpr int count = critflow::lane_count<Lanes>;

}  // namespace

TEST_CASE("what has entered is projected over all later steps") {
  const SurvivalTable table(Years(2000, 2010), critflow::Weibull(2.0, 5.0));
  CohortProjection<double> cohorts(table.size());
  cohorts.enter(3, 100.0, table.survival_of(3), table.leaving_of(3));
  cohorts.enter(4, 50.0, table.survival_of(4), table.leaving_of(4));
  CHECK(cohorts.in_use(2) == 0.0);
  CHECK(cohorts.in_use(3) == 100.0);
  CHECK(cohorts.in_use(7) == Approx(100.0 * table.survival(7, 3) + 50.0 * table.survival(7, 4)));
  CHECK(cohorts.leaving(7) == Approx(100.0 * table.leaving(7, 3) + 50.0 * table.leaving(7, 4)));
}

TEST_CASE("what is retired early leaves in that step and is missing ever after") {
  const SurvivalTable table(Years(2000, 2010), critflow::Weibull(2.0, 5.0));
  CohortProjection<double> cohorts(table.size());
  cohorts.enter(0, 100.0, table.survival_of(0), table.leaving_of(0));
  cohorts.keep(4, 0.25);
  CHECK(cohorts.in_use(3) == 100.0 * table.survival(3, 0));
  CHECK(cohorts.in_use(4) == Approx(25.0 * table.survival(4, 0)));
  CHECK(cohorts.leaving(4) == Approx(100.0 * table.leaving(4, 0) + 75.0 * table.survival(4, 0)));
  CHECK(cohorts.in_use(9) == Approx(25.0 * table.survival(9, 0)));
  CHECK(cohorts.leaving(9) == Approx(25.0 * table.leaving(9, 0)));
}

TEST_CASE("a lane of a projection holds the same bits as a projection of its own") {
  const SurvivalTable table(Years(2000, 2010), critflow::Weibull(2.0, 5.0));
  const auto in_lanes = [](std::span<const double> shares) {
    return std::vector<Lanes>(shares.begin(), shares.end());
  };
  const std::vector<Lanes> survival = in_lanes(table.survival_of(2));
  const std::vector<Lanes> leaving = in_lanes(table.leaving_of(2));
  const Lanes amounts = critflow::each_lane<Lanes>([](int i) { return 100.0 / (i + 3); });
  CohortProjection<Lanes> together(table.size());
  together.enter(2, amounts, survival, leaving);
  together.keep(5, amounts / Lanes(50.0));
  for (int i = 0; i < count; ++i) {
    CohortProjection<double> alone(table.size());
    alone.enter(2, lane(amounts, i), table.survival_of(2), table.leaving_of(2));
    alone.keep(5, lane(amounts, i) / 50.0);
    for (int step = 0; step < table.size(); ++step) {
      CHECK(lane(together.in_use(step), i) == alone.in_use(step));
      CHECK(lane(together.leaving(step), i) == alone.leaving(step));
    }
  }
}

TEST_CASE("a stock asks for what is missing") {
  for (const auto rule :
       {ShrinkingStock::refuse, ShrinkingStock::retire_early, ShrinkingStock::allow_negative}) {
    CHECK(asked_by_stock(10.0, 7.0, rule).addition == 3.0);
    CHECK(asked_by_stock(10.0, 7.0, rule).kept == 1.0);
  }
}

TEST_CASE("a stock with a surplus asks for what its rule says") {
  CHECK(asked_by_stock(6.0, 8.0, ShrinkingStock::refuse).addition == 0.0);
  CHECK(asked_by_stock(6.0, 8.0, ShrinkingStock::refuse).kept == 1.0);
  CHECK(asked_by_stock(6.0, 8.0, ShrinkingStock::retire_early).addition == 0.0);
  CHECK(asked_by_stock(6.0, 8.0, ShrinkingStock::retire_early).kept == 0.75);
  CHECK(asked_by_stock(6.0, 8.0, ShrinkingStock::allow_negative).addition == -2.0);
  CHECK(asked_by_stock(6.0, 8.0, ShrinkingStock::allow_negative).kept == 1.0);
}
