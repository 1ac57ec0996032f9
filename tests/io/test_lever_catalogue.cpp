#include <doctest/doctest.h>

#include "critflow/io/lever_catalogue.hpp"
#include "critflow/scenario/lever.hpp"

using critflow::CatalogueLever;
using critflow::lever_catalogue;

TEST_CASE("the package knows thirty kinds of levers, each with its step, knob and titles") {
  const auto catalogue = lever_catalogue();
  CHECK(catalogue.size() == 30);
  for (std::size_t i = 0; i < catalogue.size(); ++i) {
    const CatalogueLever& one = catalogue[i];
    CAPTURE(one.id);
    CHECK(one.id == (i < 9 ? "L0" : "L") + std::to_string(i + 1));
    CHECK_FALSE(one.title.en.empty());
    CHECK_FALSE(one.title.nl.empty());
    CHECK_FALSE(one.knob.empty());
    CHECK_FALSE(one.changes.empty());
  }
}

TEST_CASE("rules and what levers apply to are words that a policy may use") {
  for (const CatalogueLever& one : lever_catalogue()) {
    CAPTURE(one.id);
    CHECK_NOTHROW(static_cast<void>(critflow::lever_rule_named(one.rule)));
    CHECK_NOTHROW(static_cast<void>(critflow::applies_to_named(one.applies_to)));
  }
}

TEST_CASE("a library without a catalogue has no levers") {
  CHECK(lever_catalogue(critflow::Library({CRITFLOW_CASES})).empty());
}
