#include <doctest/doctest.h>

#include "critflow/scenario/named_parameters.hpp"
#include "phones.hpp"

TEST_CASE("parameters behind derived ones are named too") {
  auto description = phones().build().description();
  description.derived.push_back({.name = "sales.all", .factors = {"sales.per.head", "heads"}});
  description.flows.back().factors = {"sales.all"};
  const auto named = critflow::named_parameters(description);
  CHECK(named.count("heads") == 1);
  CHECK(named.count("life.sd") == 1);
  CHECK(named.count("price") == 0);
}
