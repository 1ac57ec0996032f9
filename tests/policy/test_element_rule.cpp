#include <doctest/doctest.h>

#include <algorithm>

#include "critflow/policy/element_rule.hpp"

using namespace critflow;

namespace {

bool may_be_left_out(const std::string& element, int year) {
  return std::ranges::count(optional_elements(year), element) > 0;
}

}  // namespace

TEST_CASE("from 2030 carbon, iron and phosphorus must be counted") {
  for (const char* element : {"carbon", "iron", "phosphorus"}) {
    CHECK(may_be_left_out(element, 2029));
    CHECK_FALSE(may_be_left_out(element, 2030));
  }
}

TEST_CASE("oxygen, chlorine and sulphur may be left out before and after, metals never") {
  for (const int year : {2025, 2040}) {
    for (const char* element : {"oxygen", "chlorine", "sulphur"})
      CHECK(may_be_left_out(element, year));
    for (const char* element : {"lithium", "copper"}) CHECK_FALSE(may_be_left_out(element, year));
  }
}
