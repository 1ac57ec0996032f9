#include <doctest/doctest.h>

#include "critflow/scenario/origin.hpp"

TEST_CASE("evidence is called in reports as in files") {
  CHECK(critflow::name_of(critflow::Evidence::verified) == "verified");
  CHECK(critflow::name_of(critflow::Evidence::derived) == "derived");
  CHECK(critflow::name_of(critflow::Evidence::assumption) == "assumption");
}
