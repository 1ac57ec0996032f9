#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/definition.hpp"
#include "critflow/io/read_law.hpp"

using namespace critflow;

namespace {

const Law& law() {
  static const Law read =
      read_law("eu-2026-08", Library({std::filesystem::path(CRITFLOW_SCENARIOS) / "library"}));
  return read;
}

const Law& law_in_force() {
  static const Law kept = law().with();
  return kept;
}

double threshold(const std::string& key, int year) {
  const Target* step = law_in_force().step(key, year, {});
  REQUIRE_MESSAGE(step != nullptr, key << " in " << year);
  return step->threshold.value_or(-1.0);
}

bool has_key(const std::string& key) {
  const auto keys = law().keys();
  return std::ranges::find(keys, key) != keys.end();
}

/// A library of one law and one source.
Library library_with(const std::string& rows) {
  const auto folder = std::filesystem::temp_directory_path() / "critflow-test-law";
  std::filesystem::create_directories(folder / "law");
  std::ofstream(folder / "sources.csv") << "key,citation,licence,link\nact,An act,,\n";
  std::ofstream(folder / "law" / "test-1.csv")
      << "key,group,instrument,article,indicator,category,stream,material,goods,from,until,"
         "comparison,threshold,unit,norm,either,status,verification,source,note,title_en,"
         "title_nl\n"
      << rows;
  return Library({folder});
}

}  // namespace

TEST_CASE("collection is asked of portable batteries and those of light transport alone") {
  CHECK(threshold("collection.portable", 2026) == 0.45);
  CHECK(threshold("collection.portable", 2027) == 0.63);
  CHECK(threshold("collection.portable", 2030) == 0.73);
  CHECK(threshold("collection.LMT", 2028) == 0.51);
  CHECK(threshold("collection.LMT", 2031) == 0.61);
  for (const char* category : {"EV", "industrial", "SLI"}) {
    CHECK_FALSE(has_key(std::string("collection.") + category));
    CHECK(threshold(std::string("take-back.") + category, 2030) == -1.0);
  }
}

TEST_CASE("recycled content is asked of no copper, never of portable, of light transport in 2037") {
  CHECK(threshold("recycled-content.EV.cobalt", 2032) == 0.16);
  CHECK(threshold("recycled-content.EV.lithium", 2036) == 0.06);
  CHECK(threshold("recycled-content.EV.nickel", 2037) == 0.15);
  CHECK(law_in_force().step("recycled-content.EV.cobalt", 2031, {}) == nullptr);
  CHECK(law_in_force().step("recycled-content.LMT.cobalt", 2036, {}) == nullptr);
  CHECK(threshold("recycled-content.LMT.cobalt", 2037) == 0.26);
  CHECK_FALSE(has_key("recycled-content.EV.copper"));
  CHECK_FALSE(has_key("recycled-content.portable.cobalt"));
}

TEST_CASE("an average is an indication of recycled content, and a capacity of one metal of all") {
  for (const Target& one : law().targets())
    if (one.indicator == "recycled_content_of_active_material" ||
        one.indicator == "processing_capacity_share")
      CHECK_FALSE(one.norm);
}

TEST_CASE("recovery and efficiency rise on the dates of the law") {
  CHECK(threshold("recovery.lithium", 2027) == 0.50);
  CHECK(threshold("recovery.lithium", 2031) == 0.80);
  CHECK(threshold("recovery.copper", 2031) == 0.95);
  CHECK(threshold("efficiency.lithium-based", 2029) == 0.65);
  CHECK(threshold("efficiency.lithium-based", 2030) == 0.70);
  CHECK(threshold("efficiency.nickel-cadmium", 2040) == 0.80);
}

TEST_CASE("of equipment either 65 % of sales or 85 % of waste is asked") {
  CHECK(threshold("equipment-collection.placed", 2018) == 0.45);
  CHECK(threshold("equipment-collection.placed", 2019) == 0.65);
  CHECK(threshold("equipment-collection.generated", 2019) == 0.85);
  CHECK(law().first_step("equipment-collection.placed").either ==
        law().first_step("equipment-collection.generated").either);
}

TEST_CASE("the rule of 2006 ends where that of 2023 begins to be measured") {
  CHECK(threshold("collection-of-2006.portable", 2024) == 0.45);
  CHECK(law().step("collection-of-2006.portable", 2025, {}) == nullptr);
}

TEST_CASE("the ban on destruction is one of clothing, and of equipment a plea") {
  CHECK(law().first_step("unsold-destruction.textiles").status == LegalStatus::in_force);
  CHECK(law().first_step("unsold-destruction.equipment").status == LegalStatus::plea);
  const auto default_keys = law_in_force().keys();
  CHECK(std::ranges::count(default_keys, "unsold-destruction.equipment") == 0);
}

TEST_CASE("neither proposals, pleas nor milestones are law by default") {
  for (const Target& one : law_in_force().targets())
    CHECK((one.status == LegalStatus::in_force || one.status == LegalStatus::adopted));
}

TEST_CASE("the dates of the raw materials act are those of its consolidated text") {
  CHECK(*law().first_step("review.projection").from == Date{2025, 11, 24});
  CHECK(*law().first_step("review.raw-materials").from == Date{2029, 5, 24});
  CHECK(*law().first_step("national-programme").from == Date{2028, 6, 16});
}

TEST_CASE("what a rule compares with a number is a figure that the library defines") {
  for (const Target& one : law().targets())
    if (one.comparison != Comparison::duty) {
      CAPTURE(one.key);
      CHECK_NOTHROW((void)definition(one.indicator));
    }
}

TEST_CASE("every row has both titles, and what was not read in the text says so") {
  int unread = 0;
  for (const Target& one : law().targets()) {
    CHECK_FALSE(one.title.en.empty());
    CHECK_FALSE(one.title.nl.empty());
    if (one.verification == Verification::unverified) ++unread;
  }
  CHECK(unread == 7);
}

TEST_CASE("the law has the groups that a ministry asks for") {
  std::set<std::string> groups;
  for (const Target& one : law().targets()) groups.insert(one.group);
  CHECK(groups == std::set<std::string>{"battery requirements", "battery waste", "due diligence",
                                        "ecodesign", "equipment", "net-zero industry",
                                        "raw materials", "shipments", "vehicles"});
}

TEST_CASE("an unknown version is answered with the nearest") {
  CHECK_THROWS_WITH((void)read_law("eu-2026-09"),
                    "law: unknown version: eu-2026-09, must be a law of the package; did you mean "
                    "'eu-2026-08'?");
}

TEST_CASE("a percentage is read as a share of one") {
  const Law read = read_law(
      "test-1", library_with("a,g,An act,,i,,,,,2030-01-01,,at least,63,%,yes,,in force,read,act,,"
                             "A,A\n"));
  CHECK(*read.first_step("a").threshold == 0.63);
  CHECK(read.first_step("a").unit == "1");
}

TEST_CASE("all faults of a table are told at once, with row and column") {
  const Library library =
      library_with("a,g,An act,,i,,,,,2030-02-30,,at most,x,%,yes,,in forse,read,other,,A,A\n");
  try {
    (void)read_law("test-1", library);
    FAIL("was not refused");
  } catch (const ModelFaults& found) {
    std::set<std::string> whats;
    for (const Fault& fault : found.faults()) {
      CHECK(fault.row == 2);
      CHECK(fault.column > 0);
      whats.insert(fault.what);
    }
    CHECK(whats.count("not a day") == 1);
    CHECK(whats.count("unknown status") == 1);
    CHECK(whats.count("unknown source") == 1);
    CHECK(found.faults().size() == 4);
  }
}
