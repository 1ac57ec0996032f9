#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "critflow/solve/samples.hpp"
#include "solve/lanes_alone.hpp"
#include "solve/sorting.hpp"

using namespace critflow;

namespace {

/// Waste of a region to the sorting plant in 2000 and 2001, for each sample; or its fault.
std::vector<std::string> told(const System& system, const std::vector<Draw>& draws, int samples,
                              const char* region = "NL") {
  const Plan plan(system);
  Reading reading(plan, system);
  const int waste = reading.flow("waste", "sorting", {"metal", place("region", region)});
  std::vector<std::string> all;
  Samples(plan, system, reading).run(draws, samples, [&](const SampleBlock& block) {
    for (int k = 0; k < block.samples; ++k) {
      const std::vector<Fault>& faults = block.faults[static_cast<std::size_t>(k)];
      all.push_back(faults.empty()
                        ? shown(block.value(waste, k)) + " " + shown(block.value(waste + 1, k))
                        : faults.front().text());
    }
  });
  return all;
}

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("a draw stands in the place of the cells it names in every year") {
  CHECK(told(sorting(), {{"amount", place("region", "NL"), {100.0, 7.0}}}, 2) ==
        Told{"100 100", "7 7"});
  CHECK(told(sorting(), {{"amount", place("region", "BE"), {100.0, 7.0}}}, 2) ==
        Told{"10 20", "10 20"});
}

TEST_CASE("a draw that multiplies keeps the shape of the years") {
  CHECK(told(sorting(), {{"amount", {}, {0.5, 3.0}, true}}, 2) == Told{"5 10", "30 60"});
}

TEST_CASE("a draw may have a value for each year") {
  const std::vector<double> values{1.0, 2.0, 3.0, 4.0};
  CHECK(told(sorting(), {{"amount", {}, values}}, 2) == Told{"1 2", "3 4"});
  CHECK(told(sorting(), {{"amount", {}, values, true}}, 2) == Told{"10 40", "30 80"});
}

TEST_CASE("draws of one cell act one after the other") {
  CHECK(told(sorting(),
             {{"amount", {}, {2.0}}, {"amount", {}, {3.0}, true}, {"amount", {}, {4.0}, true}},
             1) == Told{"24 24"});
}

TEST_CASE("a sample with faults is told in its place, and the others stand") {
  CHECK(told(sorting(), {{"share", {}, {0.5, 0.6, 0.5}}}, 3) ==
        Told{"10 20",
             "process sorting[NL] metal: shares of what leaves it sum to: 1.1 in 2000, must sum to "
             "one: give the rest a flow with rest = true",
             "10 20"});
}

TEST_CASE("a sample outside the domain of a parameter fails alone, and is named") {
  CHECK(told(sorting(), {{"amount", place("region", "NL"), {-1.0, 1.0}}}, 2) ==
        Told{"draw.amount[NL]: value outside its domain: -1, must be >= 0 as process.waste.amount",
             "1 1"});
  CHECK(told(sorting(), {{"share", {}, {1.0, 2.5}, true}}, 2) ==
        Told{"10 20",
             "draw.share: value outside its domain: 1.25, must be in [0, 1] as flow sorting -> "
             "end.share"});
}

TEST_CASE("draws whose product is too large for a number fail alone") {
  CHECK(told(sorting(),
             {{"amount", place("region", "NL"), {1e200, 1.0}},
              {"amount", place("region", "NL"), {1e200, 1.0}, true}},
             2) == Told{"draw.amount[NL]: too large: inf, must be finite", "1 1"});
}

TEST_CASE("levers are laid over what was drawn, each by its rule") {
  const std::vector<Draw> halved_or_doubled{{"amount", place("region", "NL"), {0.5, 2.0}, true}};
  const auto under = [&](const Lever& lever) {
    return told(sorting_with({lever}), halved_or_doubled, 2);
  };
  CHECK(under({.name = "more", .rule = LeverRule::multiply, .value = 3.0}) ==
        Told{"15 30", "60 120"});
  CHECK(under({.name = "floor", .rule = LeverRule::floor, .value = 15.0}) ==
        Told{"15 15", "20 40"});
  CHECK(under({.name = "cap", .rule = LeverRule::cap, .value = 15.0}) == Told{"5 10", "15 15"});
  CHECK(under({.name = "set", .rule = LeverRule::set, .value = 7.0, .shape = Shape::step(2001)}) ==
        Told{"5 7", "20 7"});
  // halfway from 10 or 40 to 100 in 2001
  CHECK(under({.name = "ramp",
               .rule = LeverRule::blend,
               .value = 100.0,
               .shape = Shape::linear(2000, 2002)}) == Told{"5 55", "20 70"});
}

TEST_CASE("levers are laid in their order over a number that a draw replaces") {
  const System system = sorting_with({{.name = "cap", .rule = LeverRule::cap, .value = 50.0},
                                      {.name = "floor", .rule = LeverRule::floor, .value = 12.0},
                                      {.name = "more", .rule = LeverRule::multiply, .value = 2.0}});
  CHECK(told(system, {{"amount", place("region", "NL"), {5.0, 20.0, 30.0}}}, 3) ==
        Told{"12 12", "40 40", "50 50"});
}

TEST_CASE("what makes room for a lever makes room for what was drawn") {
  const System system = sorting_with({{.name = "less",
                                       .rule = LeverRule::set,
                                       .value = 5.0,
                                       .shape = Shape::step(2001),
                                       .rescale = "region"}});
  const std::vector<Draw> doubled{{"amount", place("region", "NL"), {2.0}, true}};
  CHECK(told(system, doubled, 1) == Told{"20 5"});
  CHECK(told(system, doubled, 1, "BE") == Told{"1 36"});  // 40 + 1 - 5
}

TEST_CASE("what levers leave outside the domain is told, in its sample alone") {
  const System system = sorting_with({{.name = "more", .rule = LeverRule::multiply, .value = 3.0}});
  CHECK(told(system, {{"amount", place("region", "NL"), {-1.0, 1.0}}}, 2) ==
        Told{"draw.amount[NL]: value outside its domain: -3, must be >= 0 as process.waste.amount",
             "3 3"});
}

TEST_CASE("eleven samples come in blocks, each sample once and in order") {
  std::vector<double> values;
  Told expected;
  for (int sample = 0; sample < 11; ++sample) {
    values.push_back(sample);
    expected.push_back(shown(sample) + " " + shown(sample));
  }
  CHECK(told(sorting(), {{"amount", {}, values}}, 11) == expected);
}

TEST_CASE("the same samples give the same in a second call") {
  const System system = sorting();
  const Plan plan(system);
  Samples samples(plan, system, everything(plan, system));
  const std::vector<Draw> draws{{"amount", {}, {1.0, 2.0, 3.0}}};
  std::vector<std::vector<double>> calls;
  for (int call = 0; call < 2; ++call)
    samples.run(draws, 3, [&](const SampleBlock& block) {
      calls.emplace_back();
      for (std::size_t cell = 0; cell < block.cells.size(); ++cell)
        for (int k = 0; k < block.samples; ++k)
          calls.back().push_back(block.value(static_cast<int>(cell), k));
    });
  CHECK(calls[0] == calls[1]);
}

TEST_CASE("without draws all samples are the run of the system") {
  CHECK(told(sorting(), {}, 2) == Told{"10 20", "10 20"});
}

TEST_CASE("numbers too small for results are numbers again after a run") {
  check_lanes(sorting(), {{"amount", {}, {1.0, 2.0}}});
  const volatile double small = 1e-310;
  CHECK(small * 0.5 > 0.0);
}

TEST_CASE("a plan of another drawing is refused") {
  const System constant = sorting();
  const System rising = constant.replace("share", {}, {{2000, 0.5}, {2001, 0.5}});
  const Plan plan(constant);
  CHECK_THROWS_AS(Samples(plan, rising, Reading(plan, rising)), InvalidValue);
}
