#include <doctest/doctest.h>

#include "critflow/indicator/recovery_of_material.hpp"
#include "critflow/indicator/recycling_metrics.hpp"

using namespace critflow;

TEST_CASE("the end-of-life rate is collection times process yield") {
  const RecyclingMetrics metrics = recycling_metrics({.primary = 80.0,
                                                      .in_waste = 50.0,
                                                      .collected = 30.0,
                                                      .other_metals = 5.0,
                                                      .old_scrap = 15.0,
                                                      .new_scrap = 5.0,
                                                      .in_fabrication = 8.0,
                                                      .in_production = 12.0});
  CHECK(*metrics.end_of_life.value ==
        doctest::Approx(*metrics.collection.value * *metrics.process.value));
  CHECK(*metrics.non_functional.value == doctest::Approx(0.1));
  CHECK(*metrics.input.value == doctest::Approx(0.2));
  CHECK(*metrics.old_scrap.value == doctest::Approx(0.75));
}

TEST_CASE("half recovered in the process is little more than a quarter of what was discarded") {
  const double collection = 0.63, sorting = 0.95, pre_treatment = 0.90, recovery = 0.50;
  const double enters = collection * sorting * pre_treatment;
  CHECK(*recovery_of_material({.input = enters, .in_union = enters * recovery}).value ==
        doctest::Approx(0.50));
  CHECK(*recycling_metrics({.in_waste = 1.0, .old_scrap = enters * recovery}).end_of_life.value ==
        doctest::Approx(0.27).epsilon(0.005));
}

TEST_CASE("new scrap is input of recycling and no end-of-life input") {
  const RecyclingMetrics metrics =
      recycling_metrics({.primary = 60.0, .old_scrap = 10.0, .in_production = 40.0});
  CHECK(*metrics.input.value == doctest::Approx(0.4));
  CHECK(*end_of_life_input_rate(10.0, 60.0, 0.0).value == doctest::Approx(1.0 / 7.0));
}

TEST_CASE("when demand doubles the input rate falls though as much of the waste comes back") {
  const double before = *end_of_life_input_rate(20.0, 80.0, 0.0).value;
  const double after = *end_of_life_input_rate(20.0, 180.0, 0.0).value;
  CHECK(after == doctest::Approx(before / 2.0));
}

TEST_CASE("circular use credits who collects, not who recycles what others collected") {
  const double consumption = 100.0;
  const auto rate = [&](double recovered, double waste_in, double waste_out) {
    return *circular_use_like({consumption, recovered, waste_in, waste_out}).value;
  };
  CHECK(rate(20.0, 20.0, 0.0) == doctest::Approx(0.0));
  CHECK(rate(0.0, 0.0, 20.0) == doctest::Approx(20.0 / 120.0));
}

TEST_CASE("a metal that is in no waste has no metrics") {
  CHECK_FALSE(recycling_metrics({}).end_of_life.value.has_value());
}
