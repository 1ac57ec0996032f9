#include <doctest/doctest.h>

#include <string>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/reach_targets.hpp"
#include "critflow/policy/lay_levers.hpp"
#include "critflow/solve/simulate.hpp"
#include "waste_batteries.hpp"

using critflow::Date;
using critflow::Goal;
using critflow::Law;
using critflow::Lever;
using critflow::LeverRule;
using critflow::Place;
using critflow::reach_targets;
using critflow::Shape;
using critflow::System;
using critflow::Target;
using critflow::YearValue;

namespace {

const Place portable{{{"category", "portable"}}};

/// Half of the waste is collected; with full effort `most` of it.
System batteries(Goal goal, double most = 1.0, Shape shape = {}) {
  critflow::SystemParts parts = critflow::waste_batteries(0.5).build().parts();
  parts.levers = {{.name = "collect",
                   .policy = "law-met",
                   .file = "policies/law-met.toml",
                   .row = 3,
                   .changes = {{"collection", portable}},
                   .rule = LeverRule::blend,
                   .value = most,
                   .origins = {{.row = 3}},
                   .shape = shape,
                   .goal = std::move(goal)}};
  lay_levers(parts);
  return System(std::move(parts));
}

Goal of_waste(std::vector<YearValue> thresholds) {
  return {.indicator = "equipment_collection_of_waste",
          .category = "portable",
          .goods = "battery mass",
          .thresholds = std::move(thresholds)};
}

/// Sales are 100 and waste 90 t/a, so the rate of the law is 0.9 of the share of waste.
Law law_of(double threshold) {
  return {"test",
          {Target{.key = "collection.portable",
                  .group = "batteries",
                  .instrument = "a regulation",
                  .indicator = "legal_collection_rate",
                  .category = "portable",
                  .goods = "battery mass",
                  .from = Date{2006, 12, 31},
                  .comparison = critflow::Comparison::at_least,
                  .threshold = threshold}}};
}

const Goal& goal_of(const System& system) { return *system.levers().front().goal; }

double collection(const System& system, int year) {
  const critflow::Parameter& rate = *system.parameter("collection");
  return rate.value(rate.cells_at(portable).front(), year - 2000);
}

std::string refusal(const System& system, const Law& law) {
  try {
    static_cast<void>(reach_targets(system, law));
  } catch (const critflow::ModelFaults& refused) {
    return refused.what();
  }
  return "reached";
}

}  // namespace

TEST_CASE("effort is the least that meets each step, in straight lines between where it rises") {
  const System reached =
      reach_targets(batteries(of_waste({{2004, 0.6}, {2007, 0.8}})), Law("", {}));
  REQUIRE(goal_of(reached).solved.size() == 2);
  CHECK(goal_of(reached).solved[0].effort == doctest::Approx(0.2).epsilon(1e-8));
  CHECK(goal_of(reached).solved[1].effort == doctest::Approx(0.6).epsilon(1e-8));
  CHECK(goal_of(reached).reached());
  CHECK(collection(reached, 2003) == 0.5);
  CHECK(collection(reached, 2004) == doctest::Approx(0.6));
  CHECK(collection(reached, 2005) == doctest::Approx(0.5 + 0.5 * (0.2 + 0.4 / 3.0)));
  CHECK(collection(reached, 2009) == doctest::Approx(0.8));
}

TEST_CASE("effort waits for the next step where that asks for less") {
  const System reached =
      reach_targets(batteries(of_waste({{2004, 0.8}, {2007, 0.6}})), Law("", {}));
  CHECK(collection(reached, 2006) == doctest::Approx(0.8));
  CHECK(collection(reached, 2007) == doctest::Approx(0.6));
}

TEST_CASE("a target of the law is met in every year from its date on") {
  const System reached = reach_targets(batteries({.target = "collection.portable"}), law_of(0.63));
  CHECK(goal_of(reached).solved.front().year == 2006);
  CHECK(goal_of(reached).solved.front().effort == doctest::Approx(0.4).epsilon(1e-8));
  for (const auto& check : check_targets(simulate(reached), law_of(0.63)))
    if (*check.year >= 2006) CHECK(check.status == critflow::CheckStatus::met);
}

TEST_CASE("what is met without effort takes none") {
  const System reached = reach_targets(batteries({.target = "collection.portable"}), law_of(0.4));
  CHECK(goal_of(reached).solved.front().effort == 0.0);
  CHECK(collection(reached, 2009) == 0.5);
}

TEST_CASE("what cannot be reached leaves full effort, and tells what that gives") {
  const System reached =
      reach_targets(batteries({.target = "collection.portable.2006"}, 0.6), law_of(0.63));
  CHECK_FALSE(goal_of(reached).reached());
  CHECK(goal_of(reached).solved.front().effort == 1.0);
  CHECK(*goal_of(reached).solved.front().best == doctest::Approx(0.54));
  CHECK(collection(reached, 2009) == 0.6);
}

TEST_CASE("the shape of a lever says when effort begins, and its words that it is assumed") {
  const System reached = reach_targets(
      batteries({.target = "collection.portable"}, 1.0, Shape::linear(2002, 2006)), law_of(0.63));
  CHECK(collection(reached, 2004) == doctest::Approx(0.6));
  CHECK(collection(reached, 2006) == doctest::Approx(0.7));
  CHECK(reached.levers().front().how().starts_with(
      "blend, linear from 2002 to 2006, effort by assumption 2006: 0.4"));
}

TEST_CASE("where nothing can be compared effort is none, and the reason is told") {
  Goal goal = of_waste({{2004, 0.6}});
  goal.indicator = "spare_parts";
  const System reached = reach_targets(batteries(goal), Law("", {}));
  CHECK_FALSE(goal_of(reached).reached());
  CHECK(goal_of(reached).solved.front().reason == "no flow of the system measures it");
  CHECK(collection(reached, 2009) == 0.5);
}

TEST_CASE("a goal that the law does not have is refused with file, row and the nearest key") {
  CHECK(refusal(batteries({.target = "colection.portable"}), law_of(0.63)) ==
        "policies/law-met.toml:3: lever.collect.reach: unknown target: colection.portable, must be "
        "the key of a rule of the law; did you mean 'collection.portable'?");
  CHECK(refusal(batteries(of_waste({{2030, 0.6}})), Law("", {})) ==
        "policies/law-met.toml:3: lever.collect.reach: no step to reach, must have one within the "
        "axis, when the lever has begun");
}
