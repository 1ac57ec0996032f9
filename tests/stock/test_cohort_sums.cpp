#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "critflow/stock/cohort_sums.hpp"

using namespace critflow;
using doctest::Approx;

namespace {

constexpr int last = 6;

/// Of a cohort 0.8 is left after one step, 0.5 after two, 0.1 after three, nothing after four.
double survival(int age) {
  constexpr double shares[] = {1.0, 0.8, 0.5, 0.1};
  return age < 4 ? shares[age] : 0.0;
}
double leaving(int age) { return age == 0 ? 0.0 : survival(age - 1) - survival(age); }

/// By age, the oldest first.
template <Real R>
struct Shares {
  std::vector<R> in_use{}, gone{};

  Shares() {
    for (int age = last; age >= 0; --age) {
      in_use.push_back(R(survival(age)));
      gone.push_back(R(leaving(age)));
    }
  }
  SharesAhead<R> ahead(int first) const {
    SharesAhead<R> shares{.first = first};
    for (int k = 0; k < SharesAhead<R>::steps; ++k) {
      const int begin = last - std::min(first + k, last);
      shares.survival[static_cast<std::size_t>(k)] = in_use.data() + begin;
      shares.leaving[static_cast<std::size_t>(k)] = gone.data() + begin;
    }
    return shares;
  }
};

/// What enters series 1 step by step, the last but one of three.
const std::vector<double> amounts{10.0, 20.0, 5.0, 0.0, 40.0, 1.0, 2.0};

}  // namespace

TEST_CASE("cohorts hold and release in each step what their shares say") {
  const Shares<double> shares;
  CohortSums<double> sums(3, last + 1);
  for (int step = 0; step <= last; ++step) {
    const int first = step / 4 * 4;
    if (step == first) sums.look_ahead(1, shares.ahead(first));
    double old = 0.0, released = 0.0;
    for (int cohort = 0; cohort < step; ++cohort) {
      old += amounts[static_cast<std::size_t>(cohort)] * survival(step - cohort);
      released += amounts[static_cast<std::size_t>(cohort)] * leaving(step - cohort);
    }
    CHECK(sums.leaving(1, step) == Approx(released).epsilon(1e-15));
    CHECK(sums.in_use(1, step) == Approx(old).epsilon(1e-15));
    const double enters = amounts[static_cast<std::size_t>(step)];
    sums.enter(1, step, enters, shares.ahead(first));
    CHECK(sums.in_use(1, step) == Approx(old + enters).epsilon(1e-15));
    CHECK(sums.in_use(0, step) == 0.0);
    CHECK(sums.in_use(2, step) == 0.0);
  }
}

TEST_CASE("what entered before the first step is summed with it") {
  const Shares<double> shares;
  CohortSums<double> sums(1, last + 1);
  sums.entered_before(0, 0, 10.0);
  sums.entered_before(0, 1, 20.0);
  sums.look_ahead(0, shares.ahead(2));
  CHECK(sums.in_use(0, 2) == 10.0 * 0.5 + 20.0 * 0.8);
  CHECK(sums.leaving(0, 3) == 10.0 * leaving(3) + 20.0 * leaving(2));
}

TEST_CASE("what is retired early leaves in its step, and is not there later") {
  const Shares<double> shares;
  CohortSums<double> sums(1, last + 1);
  sums.look_ahead(0, shares.ahead(0));
  sums.enter(0, 0, 10.0, shares.ahead(0));
  sums.keep(0, 1, 0.75);
  CHECK(sums.leaving(0, 1) == Approx(2.0 + 8.0 * 0.25));
  CHECK(sums.in_use(0, 1) == 6.0);
  CHECK(sums.in_use(0, 2) == 0.75 * 5.0);
  CHECK(sums.leaving(0, 2) == Approx(0.75 * 3.0));
  sums.look_ahead(0, shares.ahead(3));
  CHECK(sums.in_use(0, 3) == Approx(0.75 * 1.0));
}

TEST_CASE("a lane of sums holds the same bits as sums of its own") {
  const Shares<Lanes> in_lanes;
  const Shares<double> alone;
  CohortSums<Lanes> together(1, last + 1);
  CohortSums<double> one(1, last + 1);
  for (int cohort = 0; cohort < 3; ++cohort) {
    together.entered_before(0, cohort, each_lane<Lanes>([&](int k) { return k + cohort / 3.0; }));
    one.entered_before(0, cohort, 5.0 + cohort / 3.0);
  }
  together.look_ahead(0, in_lanes.ahead(3));
  one.look_ahead(0, alone.ahead(3));
  for (int step = 3; step <= last; ++step) {
    CHECK(lane(together.in_use(0, step), 5) == one.in_use(0, step));
    CHECK(lane(together.leaving(0, step), 5) == one.leaving(0, step));
  }
}

TEST_CASE("products are summed over some cohorts alone") {
  const std::vector<double> given{1.0, 2.0, 3.0, 4.0}, shares{0.5, 0.25, 1.0, 2.0};
  CHECK(sum_of_products(given.data(), shares.data(), 1, 3) == 3.5);
  CHECK(sum_of_products(given.data(), shares.data(), 2, 2) == 0.0);
}
