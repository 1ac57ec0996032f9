#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/stage_supply.hpp"
#include "critflow/solve/simulate.hpp"
#include "users.hpp"

using namespace critflow;

namespace {

double in_2002(const Figures& figures) {
  return figures.at({{{"year", "2002"}, {"stage", "refining"}, {"layer", "cobalt"}}});
}

}  // namespace

TEST_CASE("a stage depends on what is imported to it, and on the largest country by consumption") {
  const Run run = simulate(cobalt_users());
  CHECK(in_2002(import_dependence(run)) == doctest::Approx(0.8));
  CHECK(in_2002(single_country_share(run)) == doctest::Approx(0.6));
  CHECK(in_2002(herfindahl(run)) == doctest::Approx(0.04 + 0.36 + 0.04));
}

TEST_CASE("the rest of the world is many countries") {
  const auto supply = stage_supply(simulate(cobalt_users()), "refining", "cobalt");
  REQUIRE(supply.size() == 4);
  CHECK(supply[2].supply.size() == 3);
  CHECK_FALSE(supply[2].supply[2].third_country);
}

TEST_CASE("what comes through a harbour has no origin, and so no largest country") {
  const Run run = simulate(cobalt_users("China", false));
  CHECK(in_2002(import_dependence(run)) == doctest::Approx(0.8));
  CHECK_THROWS_AS((void)in_2002(single_country_share(run)), InvalidValue);
  CHECK(single_country_share(stage_supply(run, "refining", "cobalt")[2]).reason ==
        "the origin of an import is not told");
}

TEST_CASE("the name of the country does not matter") {
  CHECK(in_2002(herfindahl(simulate(cobalt_users("Chile")))) ==
        in_2002(herfindahl(simulate(cobalt_users("China")))));
}

TEST_CASE("a stage that no flow names has no supply") {
  const Run run = simulate(cobalt_users());
  CHECK(stage_supply(run, "extraction", "cobalt").empty());
  CHECK(import_dependence(run).dimensions[1].items == std::vector<std::string>{"refining"});
}

TEST_CASE("what is consumed at a stage is made there or imported, and not exported") {
  const Figures consumed = apparent_consumption(simulate(cobalt_users()));
  CHECK(in_2002(consumed) == doctest::Approx(100.0));
  CHECK(consumed.units.front() == "t/a");
}

TEST_CASE("an origin is the item of a partner, a country or a region") {
  const Dimensions both{{"region", {"NL"}}, {"partner", {"China"}}};
  CHECK(dimension_of_origin(both)->name == "partner");
  CHECK(dimension_of_origin({{"product", {"van"}}}) == nullptr);
  CHECK(is_one_country("China"));
  CHECK_FALSE(is_one_country("rest of world"));
}
