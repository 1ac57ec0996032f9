#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/policy/date.hpp"

using namespace critflow;

TEST_CASE("a day is read and written in one form") {
  CHECK(parse_date("2031-08-18") == Date{2031, 8, 18});
  CHECK(shown(parse_date("2028-02-29")) == "2028-02-29");
  CHECK(parse_date("2027-12-31") < parse_date("2028-01-01"));
}

TEST_CASE("what is no day of the calendar is refused") {
  for (const char* text : {"2031-02-29", "2031-13-01", "18-08-2031", "2031-8-18", "2031", ""})
    CHECK_THROWS_AS((void)parse_date(text), InvalidValue);
}

TEST_CASE("a duty of 18 August 2031 concerns 136 of 365 days of its year") {
  CHECK(share_of_year_left({2031, 8, 18}) == doctest::Approx(136.0 / 365.0).epsilon(1e-15));
  CHECK(share_of_year_left({2028, 1, 1}) == 1.0);
  CHECK(share_of_year_left({2028, 12, 31}) == doctest::Approx(1.0 / 366.0));
}
