#include <doctest/doctest.h>

#include "critflow/policy/lay_levers.hpp"

using namespace critflow;

namespace {

/// A rate of 0.4 that is doubled.
SystemParts doubled() {
  SystemParts parts;
  parts.description.years = Years(2020, 2021);
  Parameter rate = Parameter::empty("rate", "1", {});
  rate.history[0].push_back({.by = "base", .file = "base.csv", .series = 0.4});
  rate.evaluate(parts.description.years);
  parts.parameters = {std::move(rate)};
  parts.levers = {
      {.name = "more", .changes = {{"rate"}}, .rule = LeverRule::multiply, .value = 2.0}};
  lay_levers(parts);
  return parts;
}

}  // namespace

TEST_CASE("levers laid again take the place of those before") {
  SystemParts parts = doubled();
  lay_levers(parts);
  const Parameter& rate = parts.parameters.front();
  CHECK(rate.history[0].size() == 2);
  CHECK(rate.value(0, 1) == 0.8);
}

TEST_CASE("they are laid over what was put below them") {
  SystemParts parts = doubled();
  std::vector<Setting>& history = parts.parameters.front().history[0];
  history.insert(history.end() - 1, {.by = "draw", .file = "", .series = 0.3});
  lay_levers(parts);
  CHECK(history.size() == 3);
  CHECK(parts.parameters.front().value(0, 1) == 0.6);
}

TEST_CASE("without levers the numbers are what they were, and still vary over the years") {
  SystemParts parts = doubled();
  parts.levers.clear();
  lay_levers(parts);
  const Parameter& rate = parts.parameters.front();
  CHECK(rate.history[0].size() == 1);
  CHECK(rate.value(0, 1) == 0.4);
  CHECK(rate.shape.yearly);
}
