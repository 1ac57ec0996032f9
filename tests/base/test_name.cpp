#include <doctest/doctest.h>

#include "critflow/base/name.hpp"

using critflow::fault_of_name;
using critflow::lower_case;

TEST_CASE("names hold Latin letters, digits, spaces and a few signs") {
  for (const char* name :
       {"Li", "bev-car", "other EU", "collection.rate", "Coöperatie", "NMC 6/2/2"})
    CHECK(fault_of_name(name).empty());
}

TEST_CASE("names that would be misread are refused with the rule") {
  CHECK(fault_of_name("") == "not be empty");
  CHECK(fault_of_name("Li ") == "not begin or end with a space");
  for (const char* name : {"a[b]", "a,b", "a=b", "\xD0\xA1o", "a\tb", "3\xC3\x97", "\xE2\x80\x8B"})
    CHECK(fault_of_name(name).starts_with("hold only Latin letters"));
}

TEST_CASE("case is folded for the letters A to Z") { CHECK(lower_case("Li-ION") == "li-ion"); }
