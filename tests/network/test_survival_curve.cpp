#include <doctest/doctest.h>

#include "critflow/network/survival_curve.hpp"

using namespace critflow;

TEST_CASE("shares by age lie the oldest first, so that cohorts stand side by side") {
  SurvivalCurve<double> curve;
  curve.clear(true, 5);
  CHECK(curve.survival.size() == 5);
  CHECK(curve.place(4, 0) == 0);
  CHECK(curve.place(2, 2) == curve.place(4, 4));
  CHECK(curve.place(3, 2) == curve.place(3, 1) + 1);
}

TEST_CASE("shares by cohort lie step by step, each with the cohorts up to it") {
  SurvivalCurve<double> curve;
  curve.clear(false, 5);
  CHECK(curve.leaving.size() == 15);
  CHECK(curve.place(0, 0) == 0);
  CHECK(curve.place(4, 0) == curve.place(3, 3) + 1);
  CHECK(curve.place(4, 4) == 14);
}
