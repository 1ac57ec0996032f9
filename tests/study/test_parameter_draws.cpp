#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/policy/lay_levers.hpp"
#include "critflow/policy/with_levers.hpp"
#include "critflow/study/parameter_draws.hpp"
#include "indicator/waste_batteries.hpp"
#include "scenario/phones.hpp"

using critflow::Draw;
using critflow::ParameterDraws;
using critflow::Sampling;
using critflow::System;
using critflow::UncertaintyShape;

namespace {

/// Portable batteries of which 60 % is collected, with a lever on that rate and a range of it.
System uncertain_collection(critflow::Lever lever, critflow::Uncertainty range) {
  critflow::SystemParts parts = critflow::waste_batteries(0.6).build().parts();
  const critflow::Place portable{{{"category", "portable"}}};
  lever.changes = {{"collection", portable}};
  range.place = portable;
  parts.levers = {std::move(lever)};
  parts.uncertainty = {std::move(range)};
  critflow::lay_levers(parts);
  return System(std::move(parts));
}

System uncertain_phones(std::vector<critflow::RankCorrelation> correlations = {}) {
  critflow::SystemParts parts = phones().build().parts();
  parts.uncertainty = {
      {.parameter = "sales",
       .place = {{{"product", "phone"}}},
       .numbers = {0.8, 1.2},
       .factor = true},
      {.parameter = "life.sd", .shape = UncertaintyShape::normal, .numbers = {1.5, 0.1}}};
  parts.correlations = std::move(correlations);
  return System(std::move(parts));
}

}  // namespace

TEST_CASE("each row is a draw for the cells that it names") {
  const ParameterDraws draws(uncertain_phones(), Sampling::latin_hypercube, 1, 100);
  CHECK(draws.names() == std::vector<std::string>{"sales[product=phone]", "life.sd"});
  CHECK(draws.rows() == std::vector<int>{0, 1});
  const std::vector<Draw> drawn = draws.of(0, 100);
  REQUIRE(drawn.size() == 2);
  CHECK(drawn[0].parameter == "sales");
  CHECK(drawn[0].place.item("product") == "phone");
  CHECK(drawn[0].multiplies);
  CHECK(std::ranges::min(drawn[0].values) == doctest::Approx(0.8).epsilon(0.01));
  CHECK(std::ranges::max(drawn[0].values) == doctest::Approx(1.2).epsilon(0.01));
  CHECK_FALSE(drawn[1].multiplies);
  CHECK(drawn[1].values.size() == 100);
}

TEST_CASE("a sample is the same by itself as among others") {
  const ParameterDraws draws(uncertain_phones(), Sampling::sobol, 9, 64);
  const std::vector<Draw> all = draws.of(0, 64), one = draws.of(17, 1);
  const std::vector<double> values = draws.values_of(17);
  for (std::size_t k = 0; k < all.size(); ++k) {
    CHECK(one[k].values == std::vector<double>{all[k].values[17]});
    CHECK(values[k] == all[k].values[17]);
  }
}

TEST_CASE("a design of one's own is drawn at its points") {
  critflow::Points points(2, 2);
  points << 0.5, 0.5, 0.25, 0.975;
  const std::vector<Draw> drawn =
      ParameterDraws(uncertain_phones(), Sampling::plain, 1, 10).at(points);
  CHECK(drawn[0].values == std::vector<double>{1.0, 0.9});
  CHECK(drawn[1].values[0] == doctest::Approx(1.5));
  CHECK(drawn[1].values[1] == doctest::Approx(1.5 + 0.1 * 1.959964));
}

TEST_CASE("correlations that are none are refused") {
  const System system = uncertain_phones({{.first = 0, .second = 1, .value = 1.5}});
  CHECK_THROWS_AS(ParameterDraws(system, Sampling::plain, 1, 10), critflow::InvalidValue);
}

TEST_CASE("of a factor on a share, the draws beyond one are held, and counted where most are") {
  critflow::SystemParts parts = critflow::waste_batteries(0.7).build().parts();
  parts.uncertainty = {{.parameter = "collection", .numbers = {1.0, 2.0}, .factor = true},
                       {.parameter = "sales", .numbers = {0.9, 1.1}, .factor = true}};
  const System system(std::move(parts));
  const ParameterDraws draws(system, Sampling::latin_hypercube, 1, 1000);
  double most = 0.0;
  for (const Draw& one : draws.of(0, 1000))
    if (one.parameter == "collection")
      most = std::max(
          most, static_cast<double>(std::ranges::count(one.values, std::ranges::max(one.values))) /
                    1000.0);
  CHECK(draws.held()[0] == doctest::Approx(most).epsilon(0.01));
  CHECK(draws.held()[1] == 0.0);
}

TEST_CASE("a factor is drawn whatever levers make of the number") {
  const critflow::Uncertainty range{
      .parameter = "collection", .numbers = {0.5, 1.5}, .factor = true};
  const System floored = uncertain_collection(
      {.name = "more", .rule = critflow::LeverRule::floor, .value = 0.9}, range);
  const System plain = with_levers(floored, {});
  const ParameterDraws with(floored, Sampling::sobol, 1, 64),
      without(plain, Sampling::sobol, 1, 64);
  const std::vector<Draw> under = with.of(0, 64), none = without.of(0, 64);
  REQUIRE(under.size() == none.size());
  for (std::size_t i = 0; i < none.size(); ++i) CHECK(under[i].values == none[i].values);
  CHECK(with.held()[0] == 0.0);
}

TEST_CASE("where a lever takes what was drawn beyond the most it may be, it is held there") {
  const critflow::Lever half_more{
      .name = "more", .rule = critflow::LeverRule::multiply, .value = 1.25};
  const double most = 1.0 / 0.6 / 1.25;
  for (const bool factor : {true, false}) {
    const double unit = factor ? 1.0 : 0.6;
    const System system = uncertain_collection(
        half_more,
        {.parameter = "collection", .numbers = {1.0 * unit, 1.5 * unit}, .factor = factor});
    const ParameterDraws draws(system, Sampling::latin_hypercube, 1, 100);
    double largest = 0.0;
    for (const Draw& one : draws.of(0, 100))
      largest = std::max(largest, std::ranges::max(one.values));
    CHECK(largest == doctest::Approx(most * unit));
    CHECK(draws.held()[0] == doctest::Approx((1.5 - most) / 0.5));
  }
}
