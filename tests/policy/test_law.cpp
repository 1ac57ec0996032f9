#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/policy/law.hpp"

using namespace critflow;

namespace {

Target step(const std::string& key, const Date& from, double threshold,
            LegalStatus status = LegalStatus::in_force) {
  return {.key = key,
          .group = "battery waste",
          .instrument = "a law",
          .indicator = "legal_collection_rate",
          .from = from,
          .comparison = Comparison::at_least,
          .threshold = threshold,
          .unit = "1",
          .status = status};
}

Law collection() {
  return {"test-2026-08",
          {step("portable", {2030, 12, 31}, 0.73), step("portable", {2023, 12, 31}, 0.45),
           step("portable", {2027, 12, 31}, 0.63), step("LMT", {2028, 12, 31}, 0.51),
           step("LMT", {2029, 1, 1}, 0.9, LegalStatus::proposed)}};
}

double threshold(const Law& law, const std::string& key, int year, const YearRules& rules = {}) {
  const Target* target = law.step(key, year, rules);
  return target == nullptr ? 0.0 : *target->threshold;
}

}  // namespace

TEST_CASE("a step holds from its date on until the next replaces it") {
  const Law law = collection().with();
  CHECK(law.step("portable", 2022, {}) == nullptr);
  CHECK(threshold(law, "portable", 2023) == 0.45);
  CHECK(threshold(law, "portable", 2026) == 0.45);
  CHECK(threshold(law, "portable", 2027) == 0.63);
  CHECK(threshold(law, "portable", 2060) == 0.73);
}

TEST_CASE("the year rule moves a step of the end of a year by one") {
  const YearRules later{.end_of_year = YearRule::first_full_year_after};
  CHECK(threshold(collection(), "portable", 2027, later) == 0.45);
  CHECK(threshold(collection(), "portable", 2028, later) == 0.63);
}

TEST_CASE("what is proposed or pleaded for is law for nobody who did not ask for it") {
  CHECK(threshold(collection().with(), "LMT", 2035) == 0.51);
  CHECK(threshold(collection().with({LegalStatus::proposed}), "LMT", 2035) == 0.9);
  CHECK(collection().with({LegalStatus::plea}).targets().size() == 4);
}

TEST_CASE("a rule ends in the year in which it is repealed") {
  Target old = step("old", {2016, 9, 26}, 0.45);
  old.until = Date{2025, 8, 18};
  const Law law("test", {old});
  CHECK(law.step("old", 2024, {}) != nullptr);
  CHECK(law.step("old", 2025, {}) == nullptr);
}

TEST_CASE("a rule without a date is never due") {
  Target undated = step("undated", {}, 0.5);
  undated.from.reset();
  CHECK(Law("test", {undated}).step("undated", 2100, {}) == nullptr);
}

TEST_CASE("the first step is told by its key, and an unknown key by the nearest") {
  CHECK(*collection().first_step("portable").threshold == 0.45);
  CHECK(collection().keys() == std::vector<std::string>{"portable", "LMT"});
  CHECK_THROWS_WITH((void)collection().first_step("portabel"),
                    "test-2026-08: unknown target: portabel, must be a key of this law; did you "
                    "mean 'portable'?");
}

TEST_CASE("two steps of one date, and a threshold of a duty, are refused together") {
  Target duty = step("duty", {2030, 1, 1}, 0.5);
  duty.comparison = Comparison::duty;
  try {
    (void)Law("test", {step("a", {2030, 1, 1}, 0.1), step("a", {2030, 1, 1}, 0.2), duty});
    FAIL("was not refused");
  } catch (const ModelFaults& found) {
    CHECK(found.faults().size() == 2);
  }
}
