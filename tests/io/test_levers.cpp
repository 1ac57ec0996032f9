#include <doctest/doctest.h>

#include <string>

#include "bad_folders.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/io/explain.hpp"
#include "critflow/io/load.hpp"
#include "critflow/policy/with_levers.hpp"
#include "critflow/solve/cohorts.hpp"
#include "critflow/solve/simulate.hpp"

using critflow::load;
using critflow::Place;
using critflow::Run;
using critflow::ScenarioFolder;
using critflow::System;

namespace {

const Place phone{{{"product", "phone"}}};

const std::string on_collection =
    "schema = 1\n"
    "\n"
    "[lever.more]\n"
    "title = { en = \"Collect more\", nl = \"Meer inzamelen\" }\n"
    "changes = \"collection.rate\"\n"
    "rule = \"blend\"\n"
    "unit = \"%\"\n"
    "value = 80\n"
    "shape = { linear = [2022, 2026] }\n"
    "applies_to = \"flows\"\n"
    "legal_status = \"proposed\"\n"
    "source = \"gsma\"\n";

const std::string better_yield =
    "\n"
    "[lever.better]\n"
    "catalogue = \"L09\"\n"
    "changes = \"collection.rate\"\n"
    "rule = \"multiply\"\n"
    "unit = \"%\"\n"
    "value = 110\n"
    "applies_to = \"flows\"\n"
    "legal_status = \"assumption\"\n"
    "source = \"assumption\"\n"
    "note = \"a guess\"\n";

/// The phones under a policy `more`, and perhaps under one that extends it.
System phones(const std::string& more, const std::string& upon_it = "",
              const std::optional<std::vector<std::string>>& levers = {}) {
  auto files = good_files();
  files["policies/more.toml"] = more;
  if (!upon_it.empty()) files["policies/upon.toml"] = upon_it;
  return load(ScenarioFolder("phones", files), "base", upon_it.empty() ? "more" : "upon",
              critflow::Library::of_package(), levers);
}

double rate(const System& system, int year) {
  return system.parameter("collection.rate")->value(0, year - 2020);
}

std::vector<double> stock_of(const Run& run, const std::string& cohort) {
  return stock_by_cohort(run, "use")
      .select("layer", "units")
      .select("product", "phone")
      .select("cohort", cohort)
      .values;
}

}  // namespace

TEST_CASE("a policy changes numbers by levers that stand in its file") {
  const System system = phones(on_collection);
  REQUIRE(system.levers().size() == 1);
  CHECK(system.levers().front().called() == "lever more of policy more");
  CHECK(system.levers().front().title.nl == "Meer inzamelen");
  CHECK(rate(system, 2021) == doctest::Approx(0.42));  // as without it: from 40 to 60 % in 2030
  CHECK(rate(system, 2024) == doctest::Approx(0.5 * 0.48 + 0.5 * 0.8));
  CHECK(rate(system, 2028) == 0.8);
}

TEST_CASE("an explanation shows what was there, then each lever with its factor in that year") {
  CHECK(explain(phones(on_collection + better_yield), "collection.rate", {}, 2024).text() ==
        "collection.rate in 2024 = 0.704\n"
        "from lever better of policy more (multiply, always; factor 1), 0.704\n"
        "  policies/more.toml:14  110 %, assumption, legal status: assumption (a guess)\n"
        "laid over lever more of policy more (blend, linear from 2022 to 2026; factor 0.5), 0.64\n"
        "  policies/more.toml:3  80 %, verified, gsma: A yearly report on phones, legal status: "
        "proposed\n"
        "laid over base (linear), 0.48\n"
        "  parameters/rates.csv:6  2020: 40 %, verified, gsma: A yearly report on phones\n"
        "  parameters/rates.csv:7  2030: 60 %, verified, gsma: A yearly report on phones\n");
}

TEST_CASE("the catalogue gives what a lever does not say itself") {
  const System system = phones(on_collection + better_yield);
  const critflow::Lever& lever = *system.lever("better");
  CHECK_FALSE(lever.title.en.empty());
  CHECK(lever.r_step == "R8");
  CHECK(lever.knob == "processing");
}

TEST_CASE("a policy that extends another changes single words of its levers") {
  const System system = phones(on_collection,
                               "schema = 1\n"
                               "extends = [\"more\"]\n"
                               "[lever.more]\n"
                               "value = 90\n");
  CHECK(rate(system, 2028) == 0.9);
  CHECK(rate(system, 2024) == doctest::Approx(0.5 * 0.48 + 0.5 * 0.9));
  REQUIRE(system.levers().size() == 1);
  CHECK(system.levers().front().policy == "more");
}

TEST_CASE("a series without a shape leaves the years before it alone") {
  std::string text = on_collection;
  text.replace(text.find("value = 80\nshape = { linear = [2022, 2026] }"), 44,
               "series = { 2024 = 70, 2026 = 80 }");
  const System system = phones(text);
  CHECK(rate(system, 2023) == doctest::Approx(0.46));
  CHECK(rate(system, 2024) == doctest::Approx(0.7));
  CHECK(rate(system, 2025) == doctest::Approx(0.75));
  CHECK(rate(system, 2030) == doctest::Approx(0.8));
}

TEST_CASE("a policy may be loaded with some of its levers") {
  const System both = phones(on_collection + better_yield);
  const System one = phones(on_collection + better_yield, "", std::vector<std::string>{"better"});
  CHECK(rate(one, 2020) == doctest::Approx(0.44));
  CHECK(rate(with_levers(both, {"better"}), 2020) == rate(one, 2020));
  CHECK_THROWS_AS(static_cast<void>(phones(on_collection, "", std::vector<std::string>{"mre"})),
                  critflow::InvalidValue);
}

TEST_CASE("a lever gives the run of the same change by hand, to the bit") {
  const Run levered = simulate(phones(on_collection));
  std::vector<critflow::YearValue> points;
  for (int year = 2020; year <= 2030; ++year)
    points.push_back({year, rate(levered.system(), year)});
  const System plain = load(ScenarioFolder("phones", good_files()), "base", "none");
  const Run by_hand =
      simulate(plain.replace("collection.rate", {}, critflow::Series(std::move(points))));
  for (const auto& [from, to] : levered.flow_names())
    CHECK(levered.flow(from, to).values == by_hand.flow(from, to).values);
}

TEST_CASE("a lever on lives of new cohorts leaves old ones alone, one on the hazard does not") {
  auto files = good_files();
  files["system.toml"] +=
      "\n[parameter.hazard]\nunit = \"1\"\nvalue = 1\nsource = \"assumption\"\n";
  std::string& system = files["system.toml"];
  system.replace(system.find("sd = \"life.sd\""), 14, "sd = \"life.sd\"\nhazard = \"hazard\"");
  const auto policy = [](const std::string& path, const std::string& what, int value) {
    return "schema = 1\n[lever.longer]\nchanges = \"" + path +
           "\"\nrule = \"multiply\"\nunit = \"%\"\nvalue = " + std::to_string(value) +
           "\nshape = { step = 2024 }\napplies_to = \"" + what +
           "\"\nlegal_status = \"assumption\"\nsource = \"assumption\"\n";
  };
  files["policies/design.toml"] = policy("life.mean", "new cohorts", 140);
  files["policies/repair.toml"] = policy("hazard", "in-use stock", 50);
  const ScenarioFolder folder("phones", files);
  const Run none = simulate(load(folder, "base", "none"));
  const Run design = simulate(load(folder, "base", "design"));
  const Run repair = simulate(load(folder, "base", "repair"));
  CHECK(stock_of(design, "2023") == stock_of(none, "2023"));
  CHECK(stock_of(design, "2024").back() > 1.1 * stock_of(none, "2024").back());
  CHECK(stock_of(repair, "2023")[3] == stock_of(none, "2023")[3]);
  CHECK(stock_of(repair, "2023").back() > 1.1 * stock_of(none, "2023").back());
}
