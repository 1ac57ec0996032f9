#include <doctest/doctest.h>

#include <cmath>

#include "critflow/indicator/recycling_metrics.hpp"
#include "critflow/indicator/urban_mine.hpp"

using namespace critflow;

TEST_CASE("ages are weighed with what left, or is in use, at each") {
  CHECK(*realised_lifetime({0.0, 1.0, 3.0}).value == doctest::Approx(1.75));
  CHECK(*mean_age({2.0, 1.0, 1.0}).value == doctest::Approx(0.75));
  CHECK_FALSE(realised_lifetime({}).value.has_value());
}

TEST_CASE("in a growing market what leaves use is younger than the lifetime says") {
  const double growth = 1.2;
  std::vector<double> left;  // half of a cohort leaves at age two, half at ten
  for (int age = 0; age <= 10; ++age)
    left.push_back(age == 2 || age == 10 ? 0.5 * std::pow(growth, -age) : 0.0);
  CHECK(*realised_lifetime(left).value < 6.0);
}

TEST_CASE("a longer life gives more service from a tonne while less is recycled at first") {
  const std::vector<double> shorter{100.0, 100.0, 0.0}, longer{100.0, 100.0, 100.0};
  CHECK(*service_per_tonne(longer, 2.0).value > *service_per_tonne(shorter, 2.0).value);
  CHECK(*end_of_life_input_rate(0.0, 2.0, 0.0).value <
        *end_of_life_input_rate(1.0, 2.0, 0.0).value);
}
