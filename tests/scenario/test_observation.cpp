#include <doctest/doctest.h>

#include "critflow/scenario/observation.hpp"
#include "phones.hpp"

using namespace critflow;

TEST_CASE("an observation stays with its system and changes no number of it") {
  const System bare = phones().build();
  SystemParts parts = bare.parts();
  parts.observations.push_back({.name = "phones in use",
                                .quantity = Observation::Quantity::stock,
                                .process = "use",
                                .layer = "cobalt",
                                .place = {{{"product", "phone"}}},
                                .year = 2025,
                                .value = 40e3,
                                .unit = "t"});
  const System observed(std::move(parts));
  REQUIRE(observed.observations().size() == 1);
  CHECK(observed.observations().front().place.item("product") == "phone");
  CHECK(observed.used_parameters() == bare.used_parameters());
  CHECK(observed.parameter("sales")->value(0, 5) == bare.parameter("sales")->value(0, 5));
}
