#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/effects.hpp"

using namespace critflow;

TEST_CASE("an effect is the sum of amounts times their factors") {
  CHECK(*effect({{"lithium, primary", 10.0, 15.0}, {"lithium, secondary", 5.0, 3.0}}).value ==
        doctest::Approx(165.0));
}

TEST_CASE("an amount without a factor leaves the effect unknown, not smaller") {
  const Effect jobs = effect({{"sorting", 10.0, 2.0}, {"refining", 5.0, std::nullopt}});
  CHECK_FALSE(jobs.value.has_value());
  CHECK(jobs.without_factor == std::vector<std::string>{"refining"});
  CHECK(*effect({{"idle", 0.0, std::nullopt}}).value == 0.0);
}

TEST_CASE("effects are compared at the same service") {
  const Effect reference{.value = 100.0}, option{.value = 70.0};
  CHECK(*effect_avoided(reference, 5.0, option, 5.0).value == doctest::Approx(30.0));
  CHECK_THROWS_AS((void)effect_avoided(reference, 5.0, option, 4.0), InvalidValue);
}
