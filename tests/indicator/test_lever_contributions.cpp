#include <doctest/doctest.h>

#include <utility>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/collection.hpp"
#include "critflow/indicator/lever_contributions.hpp"
#include "critflow/network/source.hpp"
#include "critflow/policy/lay_levers.hpp"
#include "critflow/policy/with_levers.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"

using namespace critflow;

namespace {

constexpr std::size_t in_2025 = 5;

Lever on_the_rate(const std::string& name, LeverRule rule, const Series& value,
                  const Shape& shape = {}) {
  return {.name = name,
          .file = "policies/more.toml",
          .changes = {{"rate"}},
          .rule = rule,
          .value = value,
          .origins = {{}},
          .shape = shape};
}

/// 10 t/a of waste, of which 40 % is collected where no lever changes that.
System waste(std::vector<Lever> levers) {
  const System plain =
      SystemBuilder("waste")
          .years(2020, 2030)
          .layer({.name = "cobalt", .unit = "t", .material = true})
          .parameter("amount", "t/a", 10.0)
          .parameter("rate", "1", 0.4)
          .process("waste", Source{.amount = "amount"})
          .process("collected", Outside{})
          .process("lost", Outside{})
          .flow({.from = "waste", .to = "collected", .factors = {"rate"}, .role = "collected"})
          .flow({.from = "waste", .to = "lost", .rule = FlowRule::rest})
          .build();
  SystemParts parts = plain.parts();
  parts.levers = std::move(levers);
  lay_levers(parts);
  return System(std::move(parts));
}

const Lever more = on_the_rate("more", LeverRule::blend, 0.6);
const Lever half_more = on_the_rate("half more", LeverRule::multiply, 1.5);

AskedOfLevers collected_in(std::size_t step, const std::string& indicator = "collected") {
  std::vector<double> weights(11, 0.0);
  weights[step] = 1.0;
  return {indicator, "cobalt", weights};
}

}  // namespace

TEST_CASE("levers on one share multiply, and divide evenly what they do together") {
  // 4 t without, 6 t with either, 9 t with both
  const auto found = lever_contributions(waste({more, half_more}), {collected_in(in_2025)});
  REQUIRE(found.size() == 2);
  for (const auto& lever : found) {
    CHECK(lever[0].alone == doctest::Approx(2.0));
    CHECK(lever[0].last == doctest::Approx(3.0));
    CHECK(lever[0].share == doctest::Approx(2.5));
  }
}

TEST_CASE("a lever adds nothing before it begins") {
  const Lever later = on_the_rate("later", LeverRule::blend, 0.6, Shape::step(2026));
  const auto found =
      lever_contributions(waste({later}), {collected_in(in_2025), collected_in(in_2025 + 1)});
  CHECK(found[0][0].share == 0.0);
  CHECK(found[0][1].share == doctest::Approx(2.0));
}

TEST_CASE("years count by their weights") {
  AskedOfLevers all = collected_in(0);
  all.weights.assign(11, 1.0);
  CHECK(lever_contributions(waste({more}), {all})[0][0].share == doctest::Approx(22.0));
}

TEST_CASE("coalitions in lanes are runs of their own") {
  const System system = waste({more, half_more, on_the_rate("capped", LeverRule::cap, 0.8)});
  const auto found = lever_contributions(system, {collected_in(in_2025)});
  const auto amount = [&](const std::vector<std::string>& names) {
    return collected(simulate(with_levers(system, names)))
        .at({{{"year", "2025"}, {"layer", "cobalt"}}});
  };
  const double all = amount({"more", "half more", "capped"});
  CHECK(found[0][0].alone == doctest::Approx(amount({"more"}) - amount({})));
  CHECK(found[1][0].last == doctest::Approx(all - amount({"more", "capped"})));
  CHECK(found[2][0].last == doctest::Approx(all - amount({"more", "half more"})));
  double sum = 0.0;
  for (const auto& lever : found) sum += lever[0].share;
  CHECK(sum == doctest::Approx(all - amount({})).epsilon(1e-9));
}

TEST_CASE("a lever in code may change a number that was constant, from a year on") {
  const Lever later{.name = "later",
                    .changes = {{"rate"}},
                    .rule = LeverRule::blend,
                    .value = 0.6,
                    .shape = Shape::step(2025)};
  const Figures amount = collected(simulate(replace_levers(waste({}), {later})));
  CHECK(amount.at({{{"year", "2024"}, {"layer", "cobalt"}}}) == doctest::Approx(4.0));
  CHECK(amount.at({{{"year", "2025"}, {"layer", "cobalt"}}}) == doctest::Approx(6.0));
}

TEST_CASE("a system without levers has nothing to tell apart") {
  CHECK(lever_contributions(waste({}), {collected_in(in_2025)}).empty());
}

TEST_CASE("levers are asked for sums of flows, and for each year") {
  CHECK_THROWS_WITH((void)lever_contributions(waste({more}), {collected_in(0, "colected")}),
                    "contributions: not a sum of flows: colected, must be an amount a year; did "
                    "you mean 'collected'?");
  CHECK_THROWS_WITH((void)lever_contributions(waste({more}), {{"collected", "cobalt", {1.0}}}),
                    "contributions.weights: another number than there are years: 1, must be 11");
  AskedOfLevers misspelt = collected_in(0);
  misspelt.material = "cobolt";
  CHECK_THROWS_WITH((void)lever_contributions(waste({more}), {misspelt}),
                    "contributions.material: unknown layer: cobolt, must be of the system; did you "
                    "mean 'cobalt'?");
}
