#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/base/years.hpp"

using critflow::InvalidValue;
using critflow::Years;

namespace {

std::string refusal(const std::vector<int>& years) {
  try {
    const Years axis(years);
  } catch (const InvalidValue& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("an annual axis holds every year from first to last") {
  const Years years(2000, 2060);
  CHECK(years.size() == 61);
  CHECK(years.first() == 2000);
  CHECK(years.last() == 2060);
  CHECK(years[10] == 2010);
  CHECK(years.annual());
}

TEST_CASE("every step of an annual axis is one year around its year, at the ends too") {
  const Years years(2000, 2004);
  for (int step = 0; step < years.size(); ++step) {
    CHECK(years.bound(step) == years[step] - 0.5);
    CHECK(years.length(step) == 1.0);
  }
}

TEST_CASE("one year alone is an axis of one step") {
  const Years years(2020, 2020);
  CHECK(years.size() == 1);
  CHECK(years.annual());
  CHECK(years.length(0) == 1.0);
}

TEST_CASE("an uneven step reaches from midpoint to midpoint, the outer ones as wide as the next") {
  const Years years(std::vector<int>{2000, 2010, 2015, 2035});
  CHECK_FALSE(years.annual());
  CHECK(years.bound(1) == 2005.0);
  CHECK(years.bound(2) == 2012.5);
  CHECK(years.bound(3) == 2025.0);
  CHECK(years.length(0) == years.length(1));
  CHECK(years.length(3) == years.length(2));
}

TEST_CASE("steps leave no gap: their lengths add up to the whole axis") {
  const Years years(std::vector<int>{1990, 1995, 2000, 2001, 2002, 2010});
  double total = 0.0;
  for (int step = 0; step < years.size(); ++step) total += years.length(step);
  CHECK(total == years.bound(years.size()) - years.bound(0));
}

TEST_CASE("a year is found by name, and a year in a gap is not") {
  const Years years(std::vector<int>{2000, 2010, 2015});
  CHECK(years.index_of(2010) == 1);
  CHECK(years.index_of(2011) == -1);
  CHECK(years.index_of(1999) == -1);
  CHECK(years.index_of(2016) == -1);
}

TEST_CASE("listing consecutive years gives the annual axis") {
  const Years listed(std::vector<int>{2000, 2001, 2002});
  CHECK(listed.annual());
  CHECK(listed.values() == Years(2000, 2002).values());
}

TEST_CASE("an axis that is no range is refused with its ends") {
  CHECK_THROWS_WITH_AS(
      Years(2060, 2000),
      "years: not a range: 2060 to 2000, must rise from at least 1 to at most 9999", InvalidValue);
  CHECK_THROWS_AS(Years(0, 10), InvalidValue);
  CHECK_THROWS_AS(Years(2000, 10000), InvalidValue);
}

TEST_CASE("years that do not rise are refused") {
  const std::string rule = ", must hold at least one year, each later than the one before";
  CHECK(refusal({}) == "years: not rising: 0 years" + rule);
  CHECK(refusal({2000, 2000, 2001}) == "years: not rising: 3 years" + rule);
  CHECK(refusal({2000, 2002, 2001}) == "years: not rising: 3 years" + rule);
}

TEST_CASE("two years with a gap say nothing about the length of their steps and are refused") {
  CHECK(refusal({2000, 2010}) ==
        "years: too few: 2 years, must hold three or more years where they are not consecutive");
}
