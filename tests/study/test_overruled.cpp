#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "critflow/policy/lay_levers.hpp"
#include "critflow/study/overruled.hpp"
#include "indicator/waste_batteries.hpp"

using namespace critflow;

namespace {

/// What is overruled of one row about the 60 % of portable batteries that are collected, or about
/// what recyclers in Belgium and elsewhere get, by a lever on the first of these.
std::vector<Overruled> told(Lever lever, Uncertainty row) {
  SystemParts parts = waste_batteries(0.6).build().parts();
  if (lever.changes.empty()) lever.changes = {{"collection", {{{"category", "portable"}}}}};
  if (row.parameter == "collection") row.place = {{{"category", "portable"}}};
  parts.levers = {std::move(lever)};
  parts.uncertainty = {std::move(row)};
  lay_levers(parts);
  return overruled(System(std::move(parts)));
}

const Uncertainty factor{
    .parameter = "collection", .numbers = {0.5, 1.5}, .factor = true};  // 0.3 to 0.9

}  // namespace

TEST_CASE("a row is overruled where a lever sets the number, from that year on") {
  const auto all = told(
      {.name = "more", .rule = LeverRule::set, .value = 0.7, .shape = Shape::step(2004)}, factor);
  REQUIRE(all.size() == 1);
  CHECK(all[0].input == "collection[category=portable]");
  CHECK(all[0].share == 1.0);
  CHECK(all[0].year == 2004);
  CHECK(all[0].levers == std::vector<std::string>{"more"});
}

TEST_CASE("a floor overrules the draws below it, a cap those above") {
  const auto floor = told({.name = "more", .rule = LeverRule::floor, .value = 0.75}, factor);
  REQUIRE(floor.size() == 1);
  CHECK(floor[0].share == doctest::Approx(0.75));
  const auto cap = told({.name = "more", .rule = LeverRule::cap, .value = 0.75}, factor);
  REQUIRE(cap.size() == 1);
  CHECK(cap[0].share == doctest::Approx(0.25));
}

TEST_CASE("a floor that rises overrules most when it is highest") {
  const auto all =
      told({.name = "more", .rule = LeverRule::floor, .value = Series{{2000, 0.3}, {2006, 0.9}}},
           factor);
  REQUIRE(all.size() == 1);
  CHECK(all[0].share == 1.0);
  CHECK(all[0].year == 2006);
}

TEST_CASE("what multiplies, or has come halfway, overrules nothing") {
  CHECK(told({.name = "more", .rule = LeverRule::multiply, .value = 1.1}, factor).empty());
  CHECK(told({.name = "more",
              .rule = LeverRule::blend,
              .value = 0.9,
              .shape = Shape::linear(2000, 2020)},
             factor)
            .empty());
  CHECK(told({.name = "more", .changes = {{"recycling"}}, .rule = LeverRule::set, .value = 0.9},
             factor)
            .empty());
}

TEST_CASE("a number of zero that a factor leaves at zero is not overruled") {
  const Lever half_more{
      .name = "more", .changes = {{"export"}}, .rule = LeverRule::multiply, .value = 1.5};
  CHECK(told(half_more, {.parameter = "export", .numbers = {0.0, 2.0}, .factor = true}).empty());
  SystemParts parts = waste_batteries(0.0).build().parts();
  parts.levers = {{.name = "more", .changes = {{"collection"}}, .rule = LeverRule::multiply}};
  parts.uncertainty = {factor};
  lay_levers(parts);
  CHECK(overruled(System(std::move(parts))).empty());
}

TEST_CASE("a range of values is overruled as factors are") {
  const auto all = told({.name = "more", .rule = LeverRule::floor, .value = 0.5},
                        {.parameter = "collection",
                         .shape = UncertaintyShape::discrete,
                         .numbers = {0.4, 0.6},
                         .weights = {1.0, 3.0}});
  REQUIRE(all.size() == 1);
  CHECK(all[0].share == doctest::Approx(0.25));
}

TEST_CASE("of shares that sum to one, that which a lever sets is overruled") {
  const auto all = told({.name = "more",
                         .changes = {{"recycler", {{{"region", "BE"}}}}},
                         .rule = LeverRule::set,
                         .value = 0.9,
                         .rescale = "region"},
                        {.parameter = "recycler",
                         .shape = UncertaintyShape::dirichlet,
                         .numbers = {20.0},
                         .over = "region",
                         .factor = true});
  REQUIRE(all.size() == 1);
  CHECK(all[0].input == "recycler");
  CHECK(all[0].share == 1.0);
}
