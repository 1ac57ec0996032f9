#include <doctest/doctest.h>

#include <set>
#include <string>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/indicator.hpp"
#include "critflow/solve/simulate.hpp"
#include "phones.hpp"

using namespace critflow;

TEST_CASE("every indicator has a name of its own, two titles and a formula") {
  std::set<std::string> names;
  for (const Indicator& one : indicators()) {
    CAPTURE(one.name);
    CHECK(names.insert(one.name).second);
    CHECK_FALSE(one.title.en.empty());
    CHECK_FALSE(one.title.nl.empty());
    CHECK_FALSE(one.formula.empty());
  }
}

TEST_CASE("the figures of an indicator bear its name") {
  const Run run = simulate(phones().build());
  for (const Indicator& one : indicators()) CHECK(indicator(run, one.name).name == one.name);
}

TEST_CASE("an unknown indicator is answered with the nearest") {
  const Run run = simulate(phones().build());
  std::string text;
  try {
    (void)indicator(run, "primary_suply");
  } catch (const InvalidValue& wrong) {
    text = wrong.what();
  }
  CHECK(text ==
        "indicator: unknown indicator: primary_suply, must be one of the library; did you mean "
        "'primary_supply'?");
}
