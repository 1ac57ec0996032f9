#include <doctest/doctest.h>

#include <algorithm>

#include "critflow/base/version.hpp"

TEST_CASE("the version is three numbers joined by dots") {
  const auto version = critflow::version();
  CHECK(std::ranges::count(version, '.') == 2);
  CHECK(version.find_first_not_of("0123456789.") == version.npos);
  CHECK(version.find("..") == version.npos);
}
