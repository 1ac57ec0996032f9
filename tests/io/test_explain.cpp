#include <doctest/doctest.h>

#include <filesystem>

#include "critflow/base/fault.hpp"
#include "critflow/io/explain.hpp"
#include "critflow/io/load.hpp"

using critflow::explain;
using critflow::Place;
using critflow::System;

namespace {

const Place phone{{{"product", "phone"}}};

System phones() {
  return critflow::load(std::filesystem::path(CRITFLOW_CASES) / "phones", "growth", "collect");
}

std::string refusal(const std::string& name, const Place& place, int year) {
  try {
    static_cast<void>(explain(phones(), name, place, year));
  } catch (const critflow::InvalidValue& refused) {
    return refused.what();
  }
  return "explained";
}

}  // namespace

TEST_CASE("an explanation goes from the setting that holds to what it replaced") {
  const auto explanation = explain(phones(), "life.mean", phone, 2025);
  CHECK(explanation.value == 6.0);
  REQUIRE(explanation.steps.size() == 2);
  CHECK(explanation.steps[0].by == "scenario longer");
  CHECK(explanation.steps[0].file == "scenarios/longer.toml");
  CHECK(explanation.steps[1].by == "base");
  CHECK(explanation.steps[1].value == 4.0);
}

TEST_CASE("both points stand in an explanation of a year between them") {
  CHECK(explain(phones(), "collection.rate", {}, 2024).text() ==
        "collection.rate in 2024 = 0.72\n"
        "from policy collect (linear), 0.72\n"
        "  policies/collect.toml:4  2020: 40 %, assumption\n"
        "  policies/collect.toml:4  2025: 80 %, assumption\n"
        "replaces base (linear), 0.48\n"
        "  parameters/rates.csv:6  2020: 40 %, verified, gsma: A yearly report on phones\n"
        "  parameters/rates.csv:7  2030: 60 %, verified, gsma: A yearly report on phones\n");
}

TEST_CASE("a change in code stands in the explanation") {
  const System changed = phones().replace("life.mean", phone, 9.0);
  const auto explanation = explain(changed, "life.mean", phone, 2025);
  CHECK(explanation.value == 9.0);
  CHECK(explanation.steps.front().by == "code");
  CHECK(explanation.steps.size() == 3);
}

TEST_CASE("a logistic curve explains itself by its four numbers") {
  const auto explanation = explain(phones(), "sales", phone, 2025);
  CHECK(explanation.steps.front().shape == "logistic from 4e+06 to 8e+06 at 2025, width 2");
  CHECK(explanation.value == doctest::Approx(6e6));
}

TEST_CASE("only one value at a time can be explained") {
  CHECK(refusal("life.meen", phone, 2025).ends_with("did you mean 'life.mean'?"));
  CHECK(refusal("life.mean", {}, 2025) ==
        "explain: several cells: life.mean, must say which: product");
  CHECK(refusal("life.mean", phone, 1999) ==
        "explain: unknown year: 1999, must be a year of the system");
  CHECK(refusal("sorting", {}, 2025) ==
        "explain: made of others: sorting = sorting.yield, must be one of these");
}
