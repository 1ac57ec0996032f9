#include <doctest/doctest.h>

#include "critflow/indicator/concentration.hpp"

using namespace critflow;

namespace {

const std::vector<CountrySupply> supply{
    {"China", 60.0}, {"Chile", 20.0}, {"Portugal", 20.0, false}};

}  // namespace

TEST_CASE("concentration is the sum of squared shares") {
  CHECK(*herfindahl(supply).value == doctest::Approx(0.36 + 0.04 + 0.04));
  CHECK(*herfindahl({{"China", 3.0}}).value == doctest::Approx(1.0));
  CHECK_FALSE(herfindahl({}).value.has_value());
}

TEST_CASE("the 65 % are a share of consumption, not of imports") {
  const double imports = 80.0, consumption = 100.0;
  CHECK(*single_country_share(supply, consumption).value == doctest::Approx(0.60));
  CHECK(60.0 / imports > 0.65);
}

TEST_CASE("the Union is no third country to itself") {
  CHECK(*single_country_share({{"Portugal", 90.0, false}, {"Chile", 10.0}}, 100.0).value ==
        doctest::Approx(0.1));
  CHECK_FALSE(single_country_share(supply, 0.0).value.has_value());
}

TEST_CASE("the largest suppliers are counted until they give four fifths") {
  CHECK(countries_for(supply) == 2);
  CHECK(countries_for(supply, 0.5) == 1);
  CHECK(countries_for({}) == 0);
}
