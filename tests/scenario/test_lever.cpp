#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/scenario/lever.hpp"
#include "phones.hpp"

using critflow::acts_on;
using critflow::AppliesTo;
using critflow::Lever;
using critflow::LeverRule;
using critflow::Shape;

TEST_CASE("rules and what a lever applies to have words") {
  for (const auto rule :
       {LeverRule::set, LeverRule::blend, LeverRule::multiply, LeverRule::floor, LeverRule::cap})
    CHECK(critflow::lever_rule_named(name_of(rule)) == rule);
  for (const auto what : {AppliesTo::new_cohorts, AppliesTo::stock_in_use, AppliesTo::flows})
    CHECK(critflow::applies_to_named(name_of(what)) == what);
  CHECK_THROWS_WITH_AS(static_cast<void>(critflow::lever_rule_named("blent")),
                       "rule: unknown word: blent, must be set, blend, multiply, floor or cap; did "
                       "you mean 'blend'?",
                       critflow::InvalidValue);
}

TEST_CASE("a lever says how it acts and from when") {
  const Lever lever{.name = "longer-lives",
                    .policy = "booster",
                    .rule = LeverRule::multiply,
                    .shape = Shape::linear(2027, 2035)};
  CHECK(lever.called() == "lever longer-lives of policy booster");
  CHECK(lever.how() == "multiply, linear from 2027 to 2035");
  CHECK(lever.first_year(critflow::Years(2000, 2060)) == 2028);
  CHECK(lever.first_year(critflow::Years(std::vector{2000, 2020, 2030, 2050})) == 2030);
  CHECK_FALSE(lever.first_year(critflow::Years(2000, 2027)).has_value());
}

TEST_CASE("a life acts on new cohorts, a hazard on what is in use, a share on what flows") {
  critflow::SystemDescription drawing = phones().build().description();
  drawing.lifetimes.front().hazard = "hazard";
  drawing.derived.push_back({.name = "kept", .factors = {"share"}, .one_minus = true});
  drawing.flows.back().factors = {"kept"};
  CHECK(acts_on(drawing, "life.mean") == std::vector{AppliesTo::new_cohorts});
  CHECK(acts_on(drawing, "hazard") == std::vector{AppliesTo::stock_in_use});
  CHECK(acts_on(drawing, "share") == std::vector{AppliesTo::flows});
  CHECK(acts_on(drawing, "sales") == std::vector{AppliesTo::new_cohorts, AppliesTo::flows});
  CHECK(acts_on(drawing, "nothing").empty());
}
