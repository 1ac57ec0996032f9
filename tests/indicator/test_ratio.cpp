#include <doctest/doctest.h>

#include <limits>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/ratio.hpp"

using namespace critflow;

TEST_CASE("a ratio keeps its masses and is not clipped") {
  const Ratio share = ratio(120.0, 100.0, "sales");
  CHECK(share.value == 1.2);
  CHECK(share.part == 120.0);
  CHECK(share.whole == 100.0);
  CHECK(share.reason.empty());
}

TEST_CASE("without a whole there is no value but a reason") {
  for (const double whole : {0.0, -1.0}) {
    const Ratio share = ratio(0.0, whole, "sales");
    CHECK_FALSE(share.value.has_value());
    CHECK(share.reason == "no sales");
  }
  CHECK(no_ratio("no such flow").reason == "no such flow");
}

TEST_CASE("what is no number is refused") {
  CHECK_THROWS_AS((void)ratio(std::numeric_limits<double>::quiet_NaN(), 1.0, "sales"),
                  InvalidValue);
}
