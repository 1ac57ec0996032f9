#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/network/source.hpp"
#include "critflow/policy/lay_levers.hpp"
#include "critflow/policy/with_levers.hpp"
#include "critflow/scenario/system_builder.hpp"

using critflow::Lever;
using critflow::LeverRule;
using critflow::ModelFaults;
using critflow::replace_levers;
using critflow::System;
using critflow::with_levers;

namespace {

/// Waste of which 40 % is collected, with levers on that.
System waste(std::vector<Lever> levers) {
  using namespace critflow;
  const System plain = SystemBuilder("waste")
                           .years(2020, 2030)
                           .layer({.name = "cobalt", .unit = "t", .material = true})
                           .parameter("amount", "t/a", 10.0)
                           .parameter("rate", "1", 0.4)
                           .process("waste", Source{.amount = "amount"})
                           .process("collected", Outside{})
                           .process("lost", Outside{})
                           .flow({.from = "waste", .to = "collected", .factors = {"rate"}})
                           .flow({.from = "waste", .to = "lost", .rule = FlowRule::rest})
                           .build();
  SystemParts parts = plain.parts();
  for (Lever& lever : levers) {
    lever.changes = {{"rate"}};
    lever.file = "policies/more.toml";
    lever.origins = {{.row = lever.row}};
  }
  parts.levers = std::move(levers);
  lay_levers(parts);
  return System(std::move(parts));
}

const Lever more{.name = "more", .row = 3, .rule = LeverRule::blend, .value = 0.6};
const Lever doubled{.name = "doubled", .row = 8, .rule = LeverRule::multiply, .value = 2.0};
const Lever capped{.name = "capped", .row = 12, .rule = LeverRule::cap, .value = 0.9};

double rate(const System& system) { return system.parameter("rate")->value(0, 5); }

}  // namespace

TEST_CASE("a subset of levers is a system of the same drawing with the others absent") {
  const System all = waste({more, doubled, capped});
  CHECK(rate(all) == 0.9);
  CHECK(rate(with_levers(all, {"more"})) == 0.6);
  CHECK(rate(with_levers(all, {"doubled"})) == 0.8);
  CHECK(rate(with_levers(all, {})) == 0.4);
  const System two = with_levers(all, {"capped", "doubled"});
  REQUIRE(two.levers().size() == 2);
  CHECK(two.levers().front().name == "doubled");
  CHECK(&two.network() == &all.network());
}

TEST_CASE("what varied over the years still does, so one plan serves every subset") {
  const System all = waste({more});
  CHECK(all.parameter("rate")->shape == with_levers(all, {}).parameter("rate")->shape);
}

TEST_CASE("a change in code stays on top of every subset") {
  const System changed = waste({more, doubled, capped}).replace("rate", {}, 0.1);
  CHECK(rate(changed) == 0.1);
  CHECK(rate(with_levers(changed, {"doubled"})) == 0.1);
}

TEST_CASE("a share above one names the levers that made it, with their files and rows") {
  std::string told;
  try {
    static_cast<void>(waste({more, doubled}));
  } catch (const critflow::ModelFaults& faults) {
    told = faults.what();
  }
  CHECK(told ==
        "policies/more.toml:8: rate: value outside its domain: 1.2 in 2020, after lever more "
        "(policies/more.toml:3) and lever doubled (policies/more.toml:8), must be in [0, 1] as "
        "flow waste -> collected.share");
}

TEST_CASE("what a lever in code makes of a number is checked as what a file says") {
  Lever beyond = doubled;
  beyond.changes = {{"rate"}};
  beyond.value = 3.0;
  CHECK_THROWS_WITH_AS(static_cast<void>(replace_levers(waste({}), {beyond})),
                       "rate: value outside its domain: 1.2000000000000002 in 2020, after lever "
                       "doubled (code), must be in [0, 1] as flow waste -> collected.share",
                       ModelFaults);
}

TEST_CASE("an unknown lever is refused with the nearest") {
  CHECK_THROWS_WITH_AS(static_cast<void>(with_levers(waste({more}), {"mor"})),
                       "levers: unknown lever: mor, must be a lever of the policy; did you mean "
                       "'more'?",
                       critflow::InvalidValue);
}
