#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "critflow/base/processor.hpp"
#include "critflow/lifetime/survival_table.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "critflow/lifetime/weibull_rows.hpp"

using namespace critflow;

namespace {

/// Lives that grow from cohort to cohort.
double shape_of(int cohort) { return 1.5 + 0.05 * cohort; }
double scale_of(int cohort) { return 3.0 + 0.2 * cohort; }

/// @param one_shape  for all cohorts; each has its own where it is not above zero
template <Real R>
void start(WeibullRows<R>& rows, int cohorts, double longer = 1.0, double one_shape = 0.0) {
  std::vector<R> shape, log2_scale;
  for (int cohort = 0; cohort < cohorts; ++cohort) {
    shape.push_back(R(one_shape > 0.0 ? one_shape : shape_of(cohort)));
    log2_scale.push_back(R(std::log2(longer * scale_of(cohort))));
  }
  rows.start(shape, log2_scale);
}

void check_table(const Years& years, const Entry& entry, double one_shape = 0.0) {
  std::vector<Lifetime> lives;
  for (int cohort = 0; cohort < years.size(); ++cohort)
    lives.emplace_back(Weibull(one_shape > 0.0 ? one_shape : shape_of(cohort), scale_of(cohort)));
  const SurvivalTable table(years, lives, entry);
  WeibullRows<double> rows(years, entry);
  start(rows, years.size(), 1.0, one_shape);
  for (int step = 0; step < years.size(); ++step)
    for (int cohort = rows.oldest(); cohort <= step; ++cohort) {
      CHECK(rows.at(step).survival[cohort] ==
            doctest::Approx(table.survival(step, cohort)).epsilon(1e-13));
      CHECK(rows.at(step).leaving[cohort] ==
            doctest::Approx(table.leaving(step, cohort)).epsilon(1e-12));
    }
}

}  // namespace

TEST_CASE("rows are those of a table with a lifetime for each cohort, however cohorts enter") {
  for (const Entry& entry : {Entry::start(), Entry::middle(), Entry::end(), Entry::spread(4)})
    for (const double one_shape : {0.0, 0.8, 4.0}) check_table(Years(2000, 2029), entry, one_shape);
}

TEST_CASE("steps may be longer than a year") {
  const Years years({2000, 2001, 2002, 2005, 2010, 2015, 2030});
  for (const double one_shape : {0.0, 2.5}) check_table(years, Entry::middle(), one_shape);
}

TEST_CASE("rows asked for out of order have the same bits") {
  const Years years(2000, 2029);
  WeibullRows<double> in_order(years, Entry::end()), in_any_order(years, Entry::end());
  start(in_order, 30);
  start(in_any_order, 30);
  for (const int step : {17, 3, 29, 18, 18, 0, 5, 0}) {
    start(in_order, 30);
    for (int before = 0; before < step; ++before) static_cast<void>(in_order.at(before));
    for (int cohort = in_order.oldest(); cohort <= step; ++cohort) {
      CHECK(in_order.at(step).survival[cohort] == in_any_order.at(step).survival[cohort]);
      CHECK(in_order.at(step).leaving[cohort] == in_any_order.at(step).leaving[cohort]);
    }
  }
}

TEST_CASE("each lane has the bits of its own rows, and begins anew when it is started again") {
  const Years years(2000, 2029);
  WeibullRows<double> alone(years, Entry::middle());
  WeibullRows<Lanes> side_by_side(years, Entry::middle());
  for (const double longer : {1.0, 2.5})
    for (const double one_shape : {0.0, 3.0}) {
      start(alone, 30, longer, one_shape);
      start(side_by_side, 30, longer, one_shape);
      for (int step = 0; step < 30; ++step)
        for (int cohort = 0; cohort <= step; ++cohort) {
          CHECK(lane(side_by_side.at(step).survival[cohort], 5) == alone.at(step).survival[cohort]);
          CHECK(lane(side_by_side.at(step).leaving[cohort], 5) == alone.at(step).leaving[cohort]);
        }
    }
}

TEST_CASE("cohorts of which nothing is left are no longer counted") {
  const Years years(2000, 2099);
  WeibullRows<double> rows(years, Entry::end());
  start(rows, 100);
  for (int step = 0; step < 96; ++step) static_cast<void>(rows.at(step));
  CHECK(rows.at(96).survival[0] == 0.0);
  const int oldest = rows.oldest();
  CHECK(oldest > 0);
  CHECK(rows.at(95).survival[oldest - 1] == 0.0);
  CHECK(rows.at(95).survival[oldest] > 0.0);
}

TEST_CASE("lanes of different lives have the bits of rows alone, whatever the processor") {
  const Years years(2000, 2029);
  for (const bool all_of_one_shape : {true, false})
    for (const Instructions one : {Instructions::plain, Instructions::avx2, Instructions::avx512}) {
      if (one > fastest_instructions()) continue;
      use_instructions(one);
      std::vector<Lanes> shapes, log2_scales;
      for (int cohort = 0; cohort < 30; ++cohort) {
        Lanes shape, log2_scale;
        for (int k = 0; k < lane_count<Lanes>; ++k) {
          const bool same = all_of_one_shape || k != 5;
          set_lane(shape, k, 0.8 + 0.5 * k + (same ? 0.0 : 0.02 * cohort));
          set_lane(log2_scale, k, 2.0 + 0.1 * k + 0.03 * cohort);
        }
        shapes.push_back(shape);
        log2_scales.push_back(log2_scale);
      }
      WeibullRows<Lanes> rows(years, Entry::middle());
      rows.start(shapes, log2_scales);
      for (int k = 0; k < lane_count<Lanes>; ++k) {
        std::vector<double> own_shapes, own_scales;
        for (int cohort = 0; cohort < 30; ++cohort) {
          own_shapes.push_back(lane(shapes[static_cast<std::size_t>(cohort)], k));
          own_scales.push_back(lane(log2_scales[static_cast<std::size_t>(cohort)], k));
        }
        WeibullRows<double> alone(years, Entry::middle());
        alone.start(own_shapes, own_scales);
        int different = 0;
        for (int step = 0; step < 30; ++step)
          for (int cohort = 0; cohort <= step; ++cohort)
            different +=
                lane(rows.at(step).survival[cohort], k) != alone.at(step).survival[cohort] ||
                lane(rows.at(step).leaving[cohort], k) != alone.at(step).leaving[cohort];
        CHECK(different == 0);
      }
    }
  use_instructions(fastest_instructions());
}
