#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/indicator.hpp"
#include "critflow/indicator/stage_supply.hpp"
#include "critflow/solve/simulate.hpp"
#include "critflow/study/study_cells.hpp"
#include "indicator/users.hpp"
#include "indicator/waste_batteries.hpp"

using namespace critflow;

namespace {

StudyCells asked(const System& system, const ReportedFigures& reported,
                 const std::vector<Target>& targets = {}) {
  const Law law("test-2026-08", targets);
  return study_cells(Plan(system), system, reported, &law);
}

/// Every cell of a run: its figure is named `figure` and its year lies within.
std::vector<double> values(const StudyCells& cells, const System& system) {
  const std::vector<double> read = cells.reading.of(simulate(system));
  std::vector<double> all;
  for (const StudyCell& one : cells.cells) all.push_back(one.value(std::span<const double>(read)));
  return all;
}

/// An indicator by year, of cobalt, over all that it tells apart.
std::vector<double> by_year(const Run& run, const std::string& name) {
  Figures figures = indicator(run, name).select("layer", "cobalt");
  while (figures.dimensions.size() > 1) figures = figures.sum(figures.dimensions.back().name);
  return figures.values;
}

Target rule(const std::string& key, const std::string& measured, const std::string& category,
            double threshold) {
  return {.key = key,
          .group = "battery waste",
          .instrument = "a law",
          .indicator = measured,
          .category = category,
          .goods = category.empty() ? "" : "battery mass",
          .from = Date{2004, 12, 31},
          .comparison = Comparison::at_least,
          .threshold = threshold,
          .unit = "1"};
}

std::vector<Target> rules() {
  Target recovery = rule("recovery.cobalt", "recovery_of_material", "", 0.3);
  recovery.material = "cobalt";
  return {rule("collection.portable", "legal_collection_rate", "portable", 0.45),
          rule("collection.light", "take_back", "LMT", 0.2), recovery};
}

}  // namespace

TEST_CASE("amounts are those of the indicators, over all products and places") {
  const System system = waste_batteries().build();
  const Run run = simulate(system);
  for (const std::string name :
       {"primary_supply", "secondary_supply", "demand", "recovered", "stock", "inflow", "outflow",
        "collected", "waste_generated", "mixed_waste"}) {
    const std::vector<double> found = values(asked(system, {.figures = {name}}), system);
    const std::vector<double> expected = by_year(run, name);
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i)
      CHECK(found[i] == doctest::Approx(expected[i]).epsilon(1e-13));
  }
}

TEST_CASE("rates are sums over sums, and absent where there is no whole") {
  const System system = waste_batteries().build();
  const Run run = simulate(system);
  const std::vector<double> rates = values(asked(system, {.figures = {"collection_rate"}}), system);
  const std::vector<double> part = by_year(run, "collected"),
                            whole = by_year(run, "waste_generated");
  CHECK(std::isnan(rates[0]));
  CHECK(whole[0] == 0.0);
  for (std::size_t i = 2; i < rates.size(); ++i)
    CHECK(rates[i] == doctest::Approx(part[i] / whole[i]).epsilon(1e-13));
}

TEST_CASE("rates without other dimensions are those of the indicators") {
  const System system = waste_batteries().build();
  const Run run = simulate(system);
  for (const std::string name : {"recycled_content", "end_of_life_input_rate"}) {
    const std::vector<double> found = values(asked(system, {.figures = {name}}), system);
    const std::vector<double> expected = by_year(run, name);
    for (std::size_t i = 0; i < found.size(); ++i)
      CHECK(found[i] == doctest::Approx(expected[i]).epsilon(1e-13));
  }
}

TEST_CASE("dependence, the largest country and concentration are those of the indicators") {
  const System system = cobalt_users();
  const Run run = simulate(system);
  for (const auto& [name, figures] : {std::pair{"import_dependence", import_dependence(run)},
                                      std::pair{"single_country_share", single_country_share(run)},
                                      std::pair{"herfindahl", herfindahl(run)}}) {
    const StudyCells cells = asked(system, {.figures = {name}, .years = {2001, 2003}});
    const std::vector<double> found = values(cells, system);
    REQUIRE(found.size() == 2);
    CHECK(cells.cells[1].figure == std::string(name) + "[stage=refining]");
    CHECK(cells.cells[1].year == 2003);
    for (const double value : found)
      CHECK(value == doctest::Approx(figures.values.front()).epsilon(1e-13));
  }
}

TEST_CASE("shares of countries are refused where the origin of an import is not told") {
  const System system = cobalt_users("China", false);
  CHECK(values(asked(system, {.figures = {"import_dependence"}}), system)[0] ==
        doctest::Approx(0.8));
  CHECK_THROWS_WITH_AS(asked(system, {.figures = {"herfindahl"}}),
                       "herfindahl: no stage with its trade told: cobalt, must be carried by flows "
                       "with stage and trade, imports by origin",
                       InvalidValue);
}

TEST_CASE("what looks back three years begins in the fourth") {
  const System system = waste_batteries().build();
  const StudyCells cells = asked(system, {.figures = {"legal_collection_rate"}});
  CHECK(cells.cells.size() == 7);
  CHECK(cells.cells.front().year == 2003);
}

TEST_CASE("rules of the law are measured as their checks measure them, in the years they hold") {
  const System system = waste_batteries(0.55).build();
  const StudyCells cells = asked(system, {.years = {2009}}, rules());
  const std::vector<double> found = values(cells, system);
  const auto checks = check_targets(simulate(system), Law("test-2026-08", rules()));
  REQUIRE(cells.tests.size() == 18);  // three rules from 2004 to 2009
  for (const StudyTest& test : cells.tests) {
    const StudyCell& cell = cells.cells[static_cast<std::size_t>(test.cell)];
    const auto check = std::ranges::find_if(checks, [&](const TargetCheck& one) {
      return one.target.key == cell.figure && one.year == cell.year;
    });
    REQUIRE(check != checks.end());
    const double value = found[static_cast<std::size_t>(test.cell)];
    CHECK(value == doctest::Approx(*check->value).epsilon(1e-13));
    CHECK(meets(value, test.comparison, test.threshold) == (check->status == CheckStatus::met));
  }
}

TEST_CASE("a rule that stands for another is its alternative in the same year") {
  std::vector<Target> targets = rules();
  targets[0].either = targets[1].either = "batteries";
  const StudyCells cells = asked(waste_batteries().build(), {.years = {2009}}, targets);
  CHECK(cells.tests[0].alternatives == std::vector<int>{6});
  CHECK(cells.tests[6].alternatives == std::vector<int>{0});
  CHECK(cells.tests[12].alternatives.empty());
}

TEST_CASE("without figures as many are reported as there is room for, of what the system has") {
  const StudyCells cells = asked(waste_batteries().build(), {});
  CHECK(std::ranges::count(cells.cells, "demand", &StudyCell::figure) == 10);
  CHECK(std::ranges::count(cells.cells, "mined", &StudyCell::figure) == 0);
  CHECK(cells.cells.size() <= 2000);
}

TEST_CASE(
    "a figure that the system lacks, or that no study knows, is refused where it is asked for") {
  const System system = waste_batteries().build();
  CHECK_THROWS_AS(static_cast<void>(asked(system, {.figures = {"mined"}})), InvalidValue);
  CHECK_THROWS_AS(static_cast<void>(asked(system, {.figures = {"herfindahl"}})), InvalidValue);
  CHECK_THROWS_AS(static_cast<void>(asked(system, {.figures = {"demand"}, .years = {1990}})),
                  InvalidValue);
  CHECK_THROWS_AS(static_cast<void>(asked(system, {.figures = {"demand"}, .layers = {"gold"}})),
                  InvalidValue);
}

TEST_CASE("years and layers that are not there are refused, also where no figure is named") {
  const System system = waste_batteries().build();
  CHECK_THROWS_WITH_AS(static_cast<void>(asked(system, {.years = {1990}})),
                       "study.years: unknown year: 1990, must be a year of the run", InvalidValue);
  CHECK_THROWS_AS(static_cast<void>(asked(system, {.layers = {"gold"}})), InvalidValue);
}
