#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "bad_folders.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/io/load.hpp"
#include "critflow/network/mine.hpp"

using critflow::check;
using critflow::Fault;
using critflow::load;
using critflow::ModelFaults;
using critflow::Place;
using critflow::ScenarioFolder;
using critflow::System;

namespace {

const std::filesystem::path cases(CRITFLOW_CASES);

/// The faults of a folder as lines, whether they come up in reading or in checking.
std::vector<std::string> lines_of_faults(const std::string& name,
                                         const ScenarioFolder::Files& files) {
  std::vector<Fault> faults;
  try {
    faults = check(ScenarioFolder(name, files));
  } catch (const ModelFaults& refused) {
    faults = refused.faults();
  }
  std::vector<std::string> lines;
  for (const Fault& fault : faults) lines.push_back(fault.text());
  return lines;
}

double value_of(const System& system, const std::string& name, const Place& place, int year) {
  const critflow::Parameter* parameter = system.parameter(name);
  REQUIRE(parameter != nullptr);
  return parameter->value(parameter->cells_at(place).at(0),
                          system.description().years.index_of(year));
}

const Place phone{{{"product", "phone"}}};

}  // namespace

TEST_CASE("a good folder has no faults") { CHECK(check(cases / "phones").empty()); }

TEST_CASE("every bad folder is refused with the faults that its case names") {
  const auto folders = bad_folders();
  CHECK(folders.size() > 100);
  for (const BadFolder& folder : folders) {
    INFO(folder.title);
    CHECK(lines_of_faults("phones", folder.files) == folder.expected);
  }
}

TEST_CASE("a misspelt parameter is not dropped in silence by load either") {
  auto files = good_files();
  files["parameters/sales.csv"] += "salse,tablet,2030,1500,thousand units/a,gsma,\n";
  CHECK_THROWS_WITH_AS(static_cast<void>(load(ScenarioFolder("phones", files))),
                       "parameters/sales.csv:7: salse: parameter that nothing uses, must be named "
                       "in system.toml, a scenario or a policy; did you mean 'sales'?",
                       ModelFaults);
}

TEST_CASE("a mine stands in a folder with all its keys") {
  auto files = good_files();
  std::string& system = files["system.toml"];
  const auto change = [&](const std::string& from, const std::string& to) {
    system.replace(system.find(from), from.size(), to);
  };
  change("kind = \"production\"\nlayers = [\"cobalt\"]\n",
         "kind = \"mine\"\nlayers = [\"cobalt\", \"units\"]\ncapacity = 50\nramp_up = 5\n"
         "reserve = 1000\nore = { layer = \"units\", of = \"cobalt\", grade = 0.01, decline = 0.3 "
         "}\n");
  change("[[flow]]\nfrom = \"ore\"\nto = \"refinery\"\nrequest = true\nrole = \"mined\"\n", "");
  change("from = \"refinery\"\nto = \"metal\"", "from = \"refinery\"\ncost = 9\nto = \"metal\"");
  const System mined = load(ScenarioFolder("phones", files));
  const auto* mine = mined.description().process("refinery")->kind.as<critflow::Mine>();
  REQUIRE(mine != nullptr);
  CHECK(mine->reserve == "1000");
  CHECK(mine->ore.decline == "0.3");
}

TEST_CASE("what another scenario or policy uses is no fault of this one") {
  auto files = good_files();
  files["parameters/sales.csv"] +=
      "boom,phone,,9,million units/a,gsma,\nboom,tablet,,9,million units/a,gsma,\n"
      "yield.most,,,1,1,assumption,\n";
  files["scenarios/boom.toml"] = "schema = 1\n[process.use]\ndriver = { inflow = \"boom\" }\n";
  files["policies/best.toml"] = "schema = 1\n[process.refinery]\nyield = \"yield.most\"\n";
  const ScenarioFolder folder("phones", files);
  CHECK_NOTHROW(static_cast<void>(load(folder)));
  CHECK_NOTHROW(static_cast<void>(load(folder, "growth", "collect")));
  CHECK(check(folder).empty());
}

TEST_CASE("a key of 300,000 parts is refused before it reaches the parser") {
  auto files = good_files();
  std::string key = "a";
  for (int part = 1; part < 300'000; ++part) key += ".a";
  files["system.toml"] += key + " = 1\n";
  const auto faults = lines_of_faults("phones", files);
  REQUIRE(faults.size() == 1);
  CHECK(faults.front() == "system.toml:143:64: key of too many parts, must be at most 32 deep");
}

TEST_CASE("derived parameters that multiply without end are refused") {
  auto files = good_files();
  for (int i = 1; i < 40; ++i) {
    const std::string before = "\"d" + std::to_string(i - 1) + "\"";
    files["system.toml"] += "[derived.d" + std::to_string(i) + "]\nproduct = [" + before + ", " +
                            before + ", " + before + "]\n";
  }
  const auto faults = lines_of_faults("phones", files);
  REQUIRE_FALSE(faults.empty());
  CHECK(faults.front().ends_with("made of too many factors, must have at most 1000 in all"));
}

TEST_CASE("after a hundred faults only their number is told") {
  auto files = good_files();
  for (int i = 0; i < 150; ++i)
    files["parameters/sales.csv"] += "content,watch" + std::to_string(i) + ",,1,g/unit,teardown,\n";
  const auto faults = lines_of_faults("phones", files);
  REQUIRE(faults.size() == 101);
  CHECK(faults.back() == "phones: more faults: 50, must be mended after these");
}

TEST_CASE("numbers are converted to canonical units") {
  const System system = load(cases / "phones");
  CHECK(value_of(system, "sales", phone, 2020) == 4e6);
  CHECK(value_of(system, "content", phone, 2020) == doctest::Approx(8e-6));
  CHECK(value_of(system, "collection.rate", {}, 2025) == doctest::Approx(0.5));
  CHECK(value_of(system, "life.mean", {{{"product", "tablet"}}}, 2020) == 6.5);
  CHECK(system.parameter("content")->unit == "t/units");
}

TEST_CASE("a scenario lies over the base, a policy over the scenario") {
  const System growth = load(cases / "phones", "growth", "collect");
  CHECK(growth.scenario() == "growth");
  CHECK(growth.policy() == "collect");
  CHECK(value_of(growth, "sales", phone, 2025) == doctest::Approx(6e6));
  CHECK(value_of(growth, "life.mean", phone, 2025) == 6.0);
  CHECK(value_of(growth, "life.mean", {{{"product", "tablet"}}}, 2025) == 6.5);
  CHECK(value_of(growth, "collection.rate", {}, 2030) == doctest::Approx(0.8));
  CHECK(growth.description().lifetimes.front().entry.name() == "middle");
  CHECK(load(cases / "phones").description().lifetimes.front().entry.name() == "end");
}

TEST_CASE("a lifetime in braces replaces the one before; under a header it is changed") {
  auto files = good_files();
  files["scenarios/table.toml"] =
      "schema = 1\n[lifetime]\nuse = { distribution = \"tabulated\", survival = [1.0, 0.5, 0.0] "
      "}\n";
  files["scenarios/gamma.toml"] = "schema = 1\n[lifetime.use]\ndistribution = \"gamma\"\n";
  const ScenarioFolder folder("phones", files);
  const auto life_under = [&](const std::string& scenario) {
    return load(folder, scenario).description().lifetimes.front();
  };
  CHECK(life_under("table").first.empty());
  CHECK(life_under("gamma").first == "life.mean");
}

TEST_CASE("what is extended twice counts once, where it is reached first") {
  auto files = good_files();
  const auto life = [](const std::string& extends, const std::string& years) {
    return "schema = 1\n" + extends + "[parameter.\"life.sd\"]\nunit = \"a\"\nvalue = " + years +
           "\nsource = \"assumption\"\n";
  };
  files["scenarios/a.toml"] = life("", "1");
  files["scenarios/b.toml"] = life("extends = [\"a\"]\n", "2");
  files["scenarios/c.toml"] = "schema = 1\nextends = [\"a\"]\n";
  files["scenarios/d.toml"] = "schema = 1\nextends = [\"b\", \"c\"]\n";
  const System system = load(ScenarioFolder("phones", files), "d");
  CHECK(value_of(system, "life.sd", {}, 2020) == 2.0);
  CHECK(system.parameter("life.sd")->history.front().size() == 3);
}

TEST_CASE(
    "of names joined by a plus the later is laid over the earlier, and what both extend counts "
    "once") {
  auto files = good_files();
  const auto life = [](const std::string& extends, const std::string& years) {
    return "schema = 1\n" + extends + "[parameter.\"life.sd\"]\nunit = \"a\"\nvalue = " + years +
           "\nsource = \"assumption\"\n";
  };
  files["policies/a.toml"] = life("", "1");
  files["policies/b.toml"] = life("extends = [\"a\"]\n", "2");
  files["policies/c.toml"] = life("extends = [\"a\"]\n", "3");
  const ScenarioFolder folder("phones", files);
  CHECK(value_of(load(folder, "base", "b+c"), "life.sd", {}, 2020) == 3.0);
  CHECK(value_of(load(folder, "base", "c+b"), "life.sd", {}, 2020) == 2.0);
  CHECK(load(folder, "base", "b+c").parameter("life.sd")->history.front().size() == 4);
  CHECK(load(folder, "base", "b+c").policy() == "b+c");
  CHECK_THROWS_AS(static_cast<void>(load(folder, "base", "b+d")), critflow::InvalidValue);
}

TEST_CASE("without a scenario the folder itself is meant, unless there is a reference") {
  CHECK(load(cases / "phones").scenario() == "base");
  auto files = good_files();
  files["scenarios/reference.toml"] = "schema = 1\n";
  CHECK(load(ScenarioFolder("phones", files)).scenario() == "reference");
  CHECK(load(ScenarioFolder("phones", files), "base").scenario() == "base");
}

TEST_CASE("an unknown scenario or policy is named with the nearest") {
  const auto folder = ScenarioFolder(cases / "phones");
  CHECK_THROWS_WITH_AS(static_cast<void>(load(folder, "grwoth")),
                       "scenario: unknown scenario: grwoth, must be a file of the folder: growth, "
                       "longer; did you mean 'growth'?",
                       critflow::InvalidValue);
  CHECK_THROWS_AS(static_cast<void>(load(folder, "base", "colect")), critflow::InvalidValue);
}

TEST_CASE("scenarios and policies come with their titles") {
  const auto folder = ScenarioFolder(cases / "phones");
  const auto scenarios = critflow::scenarios_of(folder);
  REQUIRE(scenarios.size() == 2);
  CHECK(scenarios[1].name == "longer");
  CHECK(scenarios[1].title.nl == "Telefoons gaan langer mee");
  const auto policies = critflow::policies_of(folder);
  REQUIRE(policies.size() == 2);
  CHECK(policies[0].name == "none");
  CHECK(policies[1].title.en == "Collect more");
}

TEST_CASE("contents of the package fill in, and a row of the folder replaces one of them") {
  auto files = good_files();
  files["system.toml"].insert(0, "contents = \"batpac-5.2\"\n");
  auto& settings = files["system.toml"];
  const auto put = [&](const std::string& from, const std::string& to) {
    settings.replace(settings.find(from), from.size(), to);
  };
  put("product = [\"phone\", \"tablet\"]",
      "product = [\"phone\", \"tablet\"]\nchemistry = [\"LFP\", \"NMC622\"]");
  files["parameters/own.csv"] =
      "parameter,chemistry,material,value,unit,source\n"
      "content,NMC622,cobalt,9,kg/kWh,assumption\n";
  for (auto& [path, text] : files)
    for (std::size_t at = 0;
         path != "parameters/own.csv" && (at = text.find("content,", at)) != std::string::npos;
         ++at)
      text.replace(at, 8, "per.unit,");
  put("cobalt = [\"content\"]", "cobalt = [\"per.unit\"]");
  const System system = load(ScenarioFolder("phones", files));
  const critflow::Parameter& content = *system.parameter("content");
  const int own = content.cells_at({{{"chemistry", "NMC622"}, {"material", "cobalt"}}}).at(0);
  REQUIRE(content.history[static_cast<std::size_t>(own)].size() == 2);
  CHECK(content.history[static_cast<std::size_t>(own)][0].by == "contents batpac-5.2");
  CHECK(content.value(own, 0) == doctest::Approx(9e-3));
  CHECK(system.citation("batpac-5.2") != nullptr);
}

TEST_CASE("correlations name rows of uncertainty") {
  ScenarioFolder::Files files = ScenarioFolder(cases / "phones").files();
  files["correlations.csv"] =
      "first,second,rank_correlation,source\n"
      "content[product=phone],life.mean,-0.3,assumption\n";
  const System system = load(ScenarioFolder("phones", files));
  REQUIRE(system.correlations().size() == 1);
  CHECK(system.correlations()[0].first == 3);
  CHECK(system.correlations()[0].second == 1);
  CHECK(system.correlations()[0].value == -0.3);
}

TEST_CASE("side tables are kept with canonical units") {
  const System system = load(cases / "phones");
  REQUIRE(system.uncertainty().size() == 4);
  CHECK(system.uncertainty()[3].numbers.back() == doctest::Approx(9e-6));
  CHECK(system.uncertainty()[0].factor);
  REQUIRE(system.observations().size() == 3);
  CHECK(system.observations()[2].value == doctest::Approx(3.0));
  CHECK(system.observations()[2].to == "collection");
  CHECK(system.observations()[0].unit == "units");
}
