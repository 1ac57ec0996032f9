#include <doctest/doctest.h>

#include "critflow/policy/lever_rule.hpp"

using critflow::changed;
using critflow::Lanes;
using critflow::LeverRule;

TEST_CASE("each rule has its formula") {
  CHECK(changed(LeverRule::set, 0.4, 0.7, 0.1) == 0.7);
  CHECK(changed(LeverRule::blend, 0.4, 0.8, 0.25) == doctest::Approx(0.5));
  CHECK(changed(LeverRule::multiply, 0.4, 1.5, 0.5) == doctest::Approx(0.5));
  CHECK(changed(LeverRule::floor, 0.4, 0.6, 0.5) == 0.4);
  CHECK(changed(LeverRule::floor, 0.4, 0.6, 0.75) == doctest::Approx(0.45));
  CHECK(changed(LeverRule::cap, 0.8, 0.6, 0.5) == doctest::Approx(0.7));
  CHECK(changed(LeverRule::cap, 0.5, 0.6, 0.5) == 0.5);
}

TEST_CASE("before it begins a lever changes nothing, and all there it is what it says to the bit") {
  for (const auto rule :
       {LeverRule::set, LeverRule::blend, LeverRule::multiply, LeverRule::floor, LeverRule::cap})
    CHECK(changed(rule, 0.3, 0.1, 0.0) == 0.3);
  CHECK(changed(LeverRule::blend, 0.3, 0.1, 1.0) == 0.1);
  CHECK(changed(LeverRule::multiply, 0.3, 0.1, 1.0) == 0.3 * 0.1);
  CHECK(changed(LeverRule::cap, 0.3, 0.1, 1.0) == 0.1);
  CHECK(changed(LeverRule::floor, 0.1, 0.3, 1.0) == 0.3);
}

TEST_CASE("in lanes each sample has the bits of a number of its own") {
  for (const auto rule :
       {LeverRule::set, LeverRule::blend, LeverRule::multiply, LeverRule::floor, LeverRule::cap})
    for (const double factor : {0.0, 0.3, 1.0}) {
      const Lanes references = critflow::each_lane<Lanes>([](int k) { return k / 7.0; });
      const Lanes all = changed(rule, references, 0.45, factor);
      for (int k = 0; k < critflow::lane_count<Lanes>; ++k)
        CHECK(lane(all, k) == changed(rule, lane(references, k), 0.45, factor));
    }
}
