#include <doctest/doctest.h>

#include "critflow/policy/year_rule.hpp"

using namespace critflow;

TEST_CASE("a duty of August is tested in the first whole year, one of the end of a year in it") {
  CHECK(first_year({2031, 8, 18}, {}) == 2032);
  CHECK(first_year({2027, 12, 31}, {}) == 2027);
}

TEST_CASE("both readings of a date can be switched") {
  const YearRules other{.within_year = YearRule::year_of_date,
                        .end_of_year = YearRule::first_full_year_after};
  CHECK(first_year({2031, 8, 18}, other) == 2031);
  CHECK(first_year({2027, 12, 31}, other) == 2028);
}

TEST_CASE("a duty of 1 January counts from that year under every rule") {
  for (const YearRule rule : {YearRule::year_of_date, YearRule::first_full_year_after})
    CHECK(first_year({2030, 1, 1}, {.within_year = rule, .end_of_year = rule}) == 2030);
}
