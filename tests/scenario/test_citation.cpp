#include <doctest/doctest.h>

#include "critflow/scenario/citation.hpp"
#include "phones.hpp"

using namespace critflow;

TEST_CASE("a system finds its citation by key, in whatever order they were given") {
  SystemParts parts = phones().build().parts();
  parts.citations = {{.key = "teardown", .text = "A teardown, 2021"},
                     {.key = "gsma", .text = "A yearly report on phones"}};
  const System system(std::move(parts));
  REQUIRE(system.citation("gsma") != nullptr);
  CHECK(system.citation("gsma")->text == "A yearly report on phones");
  CHECK(system.citation("teardown")->licence.empty());
  CHECK(system.citation("unknown") == nullptr);
}
