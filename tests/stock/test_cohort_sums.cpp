#include <doctest/doctest.h>

#include <vector>

#include "critflow/stock/cohort_sums.hpp"

using namespace critflow;

namespace {

/// Of a cohort 0.8 is left after one step, 0.5 after two, 0.1 after three, nothing after four.
const std::vector<double> survival{0.0, 0.1, 0.5, 0.8, 1.0};
const std::vector<double> leaving{0.1, 0.4, 0.3, 0.2, 0.0};

SharesInStep<double> in_step(int step) {
  const auto begin = 4 - step;
  return {survival.data() + begin, leaving.data() + begin, 0};
}

}  // namespace

TEST_CASE("cohorts hold and release what their shares say") {
  CohortSums<double> sums(5);
  sums.begin();
  CHECK(sums.add(in_step(0), 0, 0) == 0.0);
  sums.enter(0, 10.0, 1.0);
  CHECK(sums.in_use() == 10.0);
  sums.begin();
  CHECK(sums.add(in_step(1), 0, 1) == 2.0);
  CHECK(sums.in_use() == 8.0);
  sums.enter(1, 20.0, 1.0);
  CHECK(sums.in_use() == 28.0);
  sums.begin();
  CHECK(sums.add(in_step(2), 0, 2) == 10.0 * 0.3 + 20.0 * 0.2);
  CHECK(sums.in_use() == 10.0 * 0.5 + 20.0 * 0.8);
}

TEST_CASE("cohorts may be added in classes, and those without a share are passed over") {
  CohortSums<double> sums(5);
  for (int cohort = 0; cohort < 4; ++cohort) sums.enter(cohort, 1.0 + cohort, 0.0);
  sums.begin();
  SharesInStep<double> shares = in_step(4);
  shares.first = 1;
  CHECK(sums.add(shares, 0, 2) == 2.0 * 0.4);
  CHECK(sums.add(shares, 2, 4) == doctest::Approx(3.0 * 0.3 + 4.0 * 0.2));
  CHECK(sums.in_use() == doctest::Approx(2.0 * 0.1 + 3.0 * 0.5 + 4.0 * 0.8));
}

TEST_CASE("what is retired early leaves, and is not there later") {
  CohortSums<double> sums(5);
  sums.begin();
  sums.enter(0, 10.0, 1.0);
  sums.begin();
  sums.add(in_step(1), 0, 1);
  CHECK(sums.keep(1, 0.75) == 2.0);
  CHECK(sums.in_use() == 6.0);
  sums.enter(1, 0.0, 1.0);
  sums.begin();
  CHECK(sums.add(in_step(2), 0, 2) == doctest::Approx(7.5 * 0.3));
  CHECK(sums.in_use() == 7.5 * 0.5);
}
