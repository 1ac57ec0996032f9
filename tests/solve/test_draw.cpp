#include <doctest/doctest.h>

#include <limits>
#include <span>
#include <vector>

#include "critflow/solve/draw.hpp"
#include "critflow/solve/samples.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/lanes_alone.hpp"
#include "solve/sorting.hpp"

using namespace critflow;

TEST_CASE("a draw of an unknown parameter, place or number of samples is refused") {
  const System system = sorting();
  const Plan plan(system);
  Samples two(plan, system, Reading(plan, system));
  const auto run = [&](const Draw& draw) {
    two.run(std::vector{draw}, 2, [](const SampleBlock&) {});
  };
  CHECK_THROWS_WITH_AS(run({"shrae", {}, {0.5, 0.5}}),
                       "draw: unknown parameter: shrae, must be a parameter of the system; did you "
                       "mean 'share'?",
                       InvalidValue);
  CHECK_THROWS_WITH_AS(run({"share", {}, {0.5}}),
                       "draw.share: another number of samples: 1, must have 2 values, or 2 x 2",
                       InvalidValue);
  CHECK_THROWS_WITH_AS(run({"share", {}, {0.5, 0.5, 0.5, 0.5}}),
                       "draw.share: drawn by year: constant in the system, must be given for years "
                       "there too",
                       InvalidValue);
  CHECK_THROWS_AS(run({"amount", place("region", "FR"), {1.0, 1.0}}), InvalidValue);
  CHECK_THROWS_AS(run({"amount", {}, {1.0, std::numeric_limits<double>::quiet_NaN()}}),
                  InvalidValue);
}

TEST_CASE("the system of a sample has the values of its draws, and says so") {
  const System system = sorting();
  const std::vector<Draw> draws{{"amount", place("region", "NL"), {2.0, 3.0}, true},
                                {"share", {}, {0.4, 0.5}}};
  const System second = drawn(system, draws, 2, 1);
  CHECK(second.parameter("amount")->value(0, 1) == 60.0);
  CHECK(second.parameter("amount")->value(1, 1) == 1.0);
  CHECK(second.parameter("share")->value(0, 0) == 0.5);
  CHECK(second.parameter("amount")->setting(0).by == "draw");
  CHECK(system.parameter("amount")->value(0, 1) == 20.0);
}

TEST_CASE("the system of a sample runs as the sample does, to the bit") {
  std::vector<Draw> draws{{"amount", {}, {}, true}, {"amount", place("region", "BE")}};
  for (int sample = 0; sample < 9; ++sample) {
    draws[0].values.push_back(0.1 + sample / 7.0);
    draws[1].values.push_back(sample / 3.0);
  }
  check_lanes(sorting(), draws);
}

TEST_CASE("under levers, too") {
  const System system = sorting_with(
      {{.name = "ramp",
        .rule = LeverRule::blend,
        .value = 5.0,
        .shape = Shape::linear(1999, 2002),
        .rescale = "region"},
       {.name = "more", .changes = {{"amount"}}, .rule = LeverRule::multiply, .value = 1.1},
       {.name = "floor", .rule = LeverRule::floor, .value = 30.0},
       {.name = "cap",
        .changes = {{"amount", place("region", "BE")}},
        .rule = LeverRule::cap,
        .value = 2.0,
        .shape = Shape::linear(1999, 2002)}});
  std::vector<Draw> draws{{"amount", {}, {}, true}, {"amount", place("region", "BE")}};
  for (int sample = 0; sample < 9; ++sample) {
    draws[0].values.push_back(0.1 + sample / 2.0);
    draws[1].values.push_back(sample * 7.0);
  }
  check_lanes(system, draws);
  check_lanes(system, {draws[1]});
}

TEST_CASE("the history of a number tells the draw before the levers over it") {
  const System system = sorting_with({{.name = "floor", .rule = LeverRule::floor, .value = 15.0}});
  const System second =
      drawn(system, std::vector<Draw>{{"amount", place("region", "NL"), {0.5, 1.5}, true}}, 2, 1);
  const Parameter& amount = *second.parameter("amount");
  const std::span<const Setting> told = amount.settings_in_force(0);
  REQUIRE(told.size() == 2);
  CHECK(told[0].by == "draw");
  CHECK(told[0].series.at(2001) == 30.0);
  CHECK(told[1].lever == "floor");
  CHECK(amount.value(0, 0) == 15.0);
  CHECK(amount.value(0, 1) == 30.0);
  CHECK(amount.history[0].front().by == system.parameter("amount")->history[0].front().by);
}

TEST_CASE("a sample outside the domain of a parameter has no system") {
  CHECK_THROWS_AS((void)drawn(sorting(), std::vector<Draw>{{"share", {}, {1.5}}}, 1, 0),
                  ModelFaults);
}
