#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/scenario/system_parts.hpp"
#include "phones.hpp"

using namespace critflow;

TEST_CASE("parts are the base without a policy unless they say otherwise") {
  CHECK(SystemParts{}.scenario == "base");
  CHECK(SystemParts{}.policy == "none");
}

TEST_CASE("a system is made of its parts, and the same parts make the same system") {
  const System system = phones().build();
  const System again(SystemParts(system.parts()));
  CHECK(again.description().name == system.description().name);
  CHECK(again.parameters().size() == system.parameters().size());
  CHECK(again.network().equations.known_numbers().size() ==
        system.network().equations.known_numbers().size());
}

TEST_CASE("parts that lack a parameter are no system") {
  SystemParts parts = phones().build().parts();
  std::erase_if(parts.parameters, [](const Parameter& one) { return one.name() == "sales"; });
  CHECK_THROWS_AS(System(std::move(parts)), ModelFaults);
}
