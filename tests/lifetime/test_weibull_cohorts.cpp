#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "critflow/lifetime/weibull_cohorts.hpp"

using namespace critflow;

namespace {

double hazard(const WeibullCohorts<double>& cohorts, std::size_t c, double age) {
  return cohorts.pace[c] *
         std::exp2(cohorts.shape[c] * (std::log2(age) - cohorts.log2_reference[c]));
}

void check_hazards(const std::vector<double>& shape, const std::vector<double>& scale) {
  std::vector<double> log2_scale;
  for (const double one : scale) log2_scale.push_back(std::log2(one));
  const WeibullCohorts<double> cohorts(shape, log2_scale);
  for (std::size_t c = 0; c < shape.size(); ++c)
    CHECK(hazard(cohorts, c, 7.0) ==
          doctest::Approx(std::pow(7.0 / scale[c], shape[c])).epsilon(1e-13));
}

}  // namespace

TEST_CASE("pace and power make the hazard, whether or not cohorts have one shape") {
  check_hazards({2.5, 2.5, 2.5}, {8.0, 9.5, 30.0});
  check_hazards({2.5, 3.0, 1.2}, {8.0, 9.5, 30.0});
}

TEST_CASE("cohorts share the power of the age where they have one shape") {
  CHECK(WeibullCohorts<double>({2.5, 2.5}, {3.0, 4.0}).of_one_shape());
  CHECK_FALSE(WeibullCohorts<double>({2.5, 2.6}, {3.0, 4.0}).of_one_shape());
}

TEST_CASE("cohorts so far apart that a pace would be no number have their own scale") {
  const WeibullCohorts<double> cohorts({400.0, 400.0}, {3.0, 7.0});
  CHECK_FALSE(cohorts.of_one_shape());
  CHECK(hazard(cohorts, 1, 128.0) == doctest::Approx(1.0).epsilon(1e-12));
  CHECK(hazard(cohorts, 1, 127.0) == doctest::Approx(std::pow(127.0 / 128.0, 400.0)).epsilon(1e-9));
}

TEST_CASE("a lane has its own bits, whatever stands beside it") {
  Lanes shape(2.5), other(2.5);
  set_lane(other, 3, 2.0);
  const std::vector<Lanes> log2_scale{Lanes(3.0), Lanes(4.1)};
  const WeibullCohorts<Lanes> mixed({shape, other}, log2_scale);
  CHECK_FALSE(mixed.of_one_shape());
  const WeibullCohorts<double> same({2.5, 2.5}, {3.0, 4.1}), different({2.5, 2.0}, {3.0, 4.1});
  for (std::size_t c = 0; c < 2; ++c) {
    CHECK(lane(mixed.pace[c], 0) == same.pace[c]);
    CHECK(lane(mixed.log2_reference[c], 0) == same.log2_reference[c]);
    CHECK(lane(mixed.pace[c], 3) == different.pace[c]);
    CHECK(lane(mixed.log2_reference[c], 3) == different.log2_reference[c]);
  }
}
