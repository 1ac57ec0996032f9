#include <doctest/doctest.h>

#include <span>
#include <string>
#include <vector>

#include "critflow/policy/composition.hpp"
#include "critflow/policy/lay_levers.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/scenario/system_parts.hpp"

using critflow::Composition;
using critflow::InvalidValue;
using critflow::Lever;
using critflow::LeverRule;
using critflow::ModelFaults;
using critflow::Parameter;
using critflow::Place;
using critflow::Series;
using critflow::Shape;
using critflow::SystemParts;
using critflow::Years;

namespace {

/// A rate of 0.4, and shares of three chemistries.
SystemParts parts_with(std::vector<Lever> levers) {
  SystemParts parts;
  parts.description.years = Years(2020, 2030);
  const auto add = [&](const std::string& name, const critflow::Dimensions& dimensions,
                       const std::vector<double>& values) {
    Parameter parameter = Parameter::empty(name, "1", dimensions);
    for (std::size_t cell = 0; cell < values.size(); ++cell)
      parameter.history[cell].push_back({.by = "base", .file = "base.csv", .series = values[cell]});
    parameter.evaluate(parts.description.years);
    parts.parameters.push_back(std::move(parameter));
  };
  add("rate", {}, {0.4});
  add("shares", {{"chemistry", {"NMC", "LFP", "Na"}}}, {0.6, 0.3, 0.1});
  for (Lever& lever : levers) {
    if (lever.changes.empty()) lever.changes = {{"rate"}};
    lever.file = "policies/x.toml";
    lever.origins = {{.row = lever.row}};
  }
  parts.levers = std::move(levers);
  return parts;
}

double rate(std::vector<Lever> levers, int year) {
  SystemParts parts = parts_with(std::move(levers));
  lay_levers(parts);
  return parts.parameters.front().value(0, year - 2020);
}

std::string refusal(std::vector<Lever> levers) {
  try {
    SystemParts parts = parts_with(std::move(levers));
    lay_levers(parts);
  } catch (const ModelFaults& faults) {
    std::string text;
    for (const auto& fault : faults.faults()) text += fault.text() + "\n";
    return text;
  }
  return "composed";
}

const Lever set_60{.name = "set", .row = 1, .rule = LeverRule::set, .value = 0.6};
const Lever halfway{.name = "blend",
                    .row = 2,
                    .rule = LeverRule::blend,
                    .value = 0.8,
                    .shape = Shape::linear(2020, 2030)};
const Lever half_more{.name = "multiply", .row = 3, .rule = LeverRule::multiply, .value = 1.5};
const Lever at_most{.name = "cap", .row = 4, .rule = LeverRule::cap, .value = 0.75};
const Lever at_least{.name = "floor", .row = 5, .rule = LeverRule::floor, .value = 0.5};

}  // namespace

TEST_CASE("levers are laid in the order set, blend, multiply, cap, whatever order they have") {
  // 0.6, halfway to 0.8 = 0.7, x 1.5 = 1.05, at most 0.75
  CHECK(rate({at_most, half_more, halfway, set_60}, 2025) == 0.75);
  CHECK(rate({half_more, halfway, set_60}, 2025) == doctest::Approx(1.05));
  CHECK(rate({at_most, halfway, set_60}, 2025) == doctest::Approx(0.7));
  CHECK(rate({half_more, at_most}, 2025) == doctest::Approx(0.6));
  CHECK(rate({at_least}, 2025) == 0.5);
}

TEST_CASE("the history of a number names each lever with what it made") {
  SystemParts parts = parts_with({half_more, set_60});
  parts.levers.front().policy = parts.levers.back().policy = "booster";
  lay_levers(parts);
  const auto& history = parts.parameters.front().history.front();
  REQUIRE(history.size() == 3);
  CHECK(history[0].by == "base");
  CHECK(history[1].by == "lever set of policy booster");
  CHECK(history[1].series.at(2022) == 0.6);
  CHECK(history[2].by == "lever multiply of policy booster");
  CHECK(history[2].series.at(2022) == doctest::Approx(0.9));
  CHECK(history[2].series.shape() == "table");
  CHECK(parts.parameters.front().settings_in_force(0).size() == 3);
}

TEST_CASE("two levers that set one number in one year fight; in years apart they do not") {
  Lever other = set_60;
  other.name = "other";
  other.row = 9;
  CHECK(refusal({set_60, other}) ==
        "policies/x.toml:9: rate: set twice: lever set (policies/x.toml:1) and lever other "
        "(policies/x.toml:9) in 2020, must not fight\n");
  Lever early = set_60;
  early.shape = Shape::pulse(2021, 2);
  other.shape = Shape::step(2023);
  CHECK(refusal({early, other}) == "composed");
}

TEST_CASE("a floor above a cap fights, below it does not") {
  Lever high = at_least;
  high.value = Series{{2020, 0.5}, {2030, 1.0}};
  CHECK(refusal({at_most, high}) ==
        "policies/x.toml:4: rate: floor above a cap: lever floor (policies/x.toml:5) and lever cap "
        "(policies/x.toml:4) in 2026, must not fight\n");
  CHECK(refusal({at_most, at_least}) == "composed");
}

TEST_CASE("items that make room keep their proportions and fill the sum up") {
  Lever sodium{.name = "sodium",
               .changes = {{"shares", Place{{{"chemistry", "Na"}}}}},
               .rule = LeverRule::blend,
               .value = 0.5,
               .shape = Shape::linear(2020, 2030),
               .rescale = "chemistry"};
  SystemParts parts = parts_with({sodium});
  lay_levers(parts);
  const Parameter& shares = parts.parameters.back();
  for (int step = 0; step <= 10; ++step) {
    const double na = 0.1 + 0.4 * step / 10.0;
    CHECK(shares.value(2, step) == doctest::Approx(na));
    CHECK(shares.value(0, step) == doctest::Approx(0.6 * (1.0 - na) / 0.9));
    CHECK(shares.value(1, step) == doctest::Approx(0.3 * (1.0 - na) / 0.9));
  }
}

TEST_CASE("a number that was changed in code makes no room") {
  const Lever sodium{.name = "sodium",
                     .changes = {{"shares", Place{{{"chemistry", "Na"}}}}},
                     .rule = LeverRule::set,
                     .value = 0.4,
                     .rescale = "chemistry"};
  SystemParts parts = parts_with({sodium});
  lay_levers(parts);
  Parameter& shares = parts.parameters.back();
  shares.history[1].push_back({.by = "code", .file = "", .series = 0.2});
  lay_levers(parts);
  CHECK(shares.value(0, 0) == doctest::Approx(0.3));  // 0.6 + 0.1 - 0.4
  CHECK(shares.value(1, 0) == 0.2);
  CHECK(shares.value(2, 0) == 0.4);
}

namespace {

/// Sodium set to a half, for which the others make room; LFP at least 0.2; and a rate.
Composition with_room() {
  Lever sodium = set_60, iron = at_least;
  sodium.changes = {{"shares", Place{{{"chemistry", "Na"}}}}};
  sodium.value = 0.5;
  sodium.rescale = "chemistry";
  iron.changes = {{"shares", Place{{{"chemistry", "LFP"}}}}};
  iron.value = 0.2;
  const SystemParts parts = parts_with({half_more, sodium, iron});
  return Composition(parts.parameters, parts.levers, parts.description.years);
}

}  // namespace

TEST_CASE("levers are laid over other numbers than those of the system, lane by lane") {
  const Composition levers = with_room();
  REQUIRE(levers.cells().size() == 4);
  std::vector<critflow::Lanes> all;
  for (int cell = 0; cell < 4; ++cell)
    all.push_back(critflow::each_lane<critflow::Lanes>(
        [&](int k) { return k == 0 ? 0.0 : 0.1 * k / (cell + 1.0); }));
  const std::vector<critflow::Lanes> before = all;
  levers.lay(3, std::span(all));
  for (int k = 0; k < critflow::lane_count<critflow::Lanes>; ++k) {
    std::vector<double> alone;
    for (const auto& cell : before) alone.push_back(lane(cell, k));
    levers.lay(3, std::span(alone));
    for (std::size_t cell = 0; cell < alone.size(); ++cell)
      CHECK(lane(all[cell], k) == alone[cell]);
  }
}

TEST_CASE("the levers over some numbers keep those that share a sum with them, and no others") {
  const Composition levers = with_room();
  const int lfp = levers.find(1, 1);
  REQUIRE(lfp >= 0);
  REQUIRE(levers.find(0, 0) >= 0);
  CHECK(levers.find(1, 3) == -1);
  CHECK(levers.acting(lfp, 0) == std::vector<int>{1, 2});
  std::vector<bool> wanted(4);
  wanted[static_cast<std::size_t>(lfp)] = true;
  const Composition part = levers.only(wanted);
  CHECK(part.cells().size() == 3);
  CHECK(part.find(0, 0) == -1);
  std::vector<double> whole, some;
  for (const auto& cell : levers.cells()) whole.push_back(cell.reference[0]);
  for (const auto& cell : part.cells()) some.push_back(cell.reference[0]);
  levers.lay(0, std::span(whole));
  part.lay(0, std::span(some));
  CHECK(some[static_cast<std::size_t>(part.find(1, 1))] == whole[static_cast<std::size_t>(lfp)]);
}

TEST_CASE("a coalition of levers has the values that these alone make") {
  const SystemParts parts = parts_with({set_60, half_more, at_most});
  const Composition all(parts.parameters, parts.levers, parts.description.years);
  REQUIRE(all.cells().size() == 1);
  CHECK(all.cells().front().reference == std::vector<double>(11, 0.4));
  for (int coalition = 0; coalition < 8; ++coalition) {
    std::vector<bool> active;
    std::vector<Lever> kept;
    for (int lever = 0; lever < 3; ++lever) {
      active.push_back((coalition >> lever & 1) == 1);
      if (active.back()) kept.push_back(parts.levers[static_cast<std::size_t>(lever)]);
    }
    CHECK(all.values(active).front().front() == rate(kept, 2020));
  }
}

TEST_CASE("a lever on what is not there is refused with the nearest name") {
  Lever lost = set_60;
  lost.changes = {{"rat"}};
  SystemParts parts = parts_with({lost});
  CHECK_THROWS_WITH_AS(lay_levers(parts),
                       "lever.set: unknown parameter: rat, must be a parameter of the system; did "
                       "you mean 'rate'?",
                       InvalidValue);
}
