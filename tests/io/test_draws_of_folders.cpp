#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "critflow/io/load.hpp"
#include "critflow/solve/samples.hpp"
#include "critflow/study/moments.hpp"
#include "critflow/study/parameter_draws.hpp"
#include "reference.hpp"

using critflow::Draw;
using critflow::ParameterDraws;
using critflow::Sampling;
using critflow::ScenarioFolder;
using critflow::System;

namespace {

namespace fs = std::filesystem;

System phones(const std::string& uncertainty, const std::string& correlations = "") {
  ScenarioFolder::Files files = ScenarioFolder(fs::path(CRITFLOW_CASES) / "phones").files();
  files["uncertainty.csv"] = uncertainty;
  if (!correlations.empty()) files["correlations.csv"] = correlations;
  return critflow::load(ScenarioFolder("phones", files));
}

/// The Dutch batteries, of which only the chemistry of what is sold is uncertain.
System batteries(const std::string& place) {
  ScenarioFolder::Files files =
      ScenarioFolder(fs::path(CRITFLOW_SCENARIOS) / "nl-batteries").files();
  files["uncertainty.csv"] =
      "parameter,product,distribution,first,second,over,unit,source\n"
      "chemistry.share," +
      place + ",dirichlet,50,,chemistry,factor,assumption\n";
  return critflow::load(ScenarioFolder("nl-batteries", files));
}

/// The share that a draw makes of that of the system.
double drawn_share(const System& system, const Draw& draw, int sample, int step) {
  const critflow::Parameter& parameter = *system.parameter(draw.parameter);
  const int steps = parameter.shape.yearly ? system.description().years.size() : 1;
  return draw.values[static_cast<std::size_t>(sample * steps + step)] *
         parameter.value(parameter.cells_at(draw.place).at(0), step);
}

}  // namespace

TEST_CASE("a parameter draws the same under a policy that leaves its range alone") {
  const ScenarioFolder folder(fs::path(CRITFLOW_CASES) / "phones");
  const ParameterDraws none(critflow::load(folder, "base", "none"), Sampling::plain, 1, 10);
  const ParameterDraws some(critflow::load(folder, "longer", "collect"), Sampling::plain, 1, 10);
  CHECK(none.values_of(3) == some.values_of(3));
}

TEST_CASE("a factor holds a share at one that it would take beyond") {
  const System system = phones(
      "parameter,distribution,first,second,unit,source\n"
      "recycling.yield,uniform,0.5,2,factor,assumption\n");
  const double reference = system.parameter("recycling.yield")->value(0, 0);
  const std::vector<Draw> drawn =
      ParameterDraws(system, Sampling::latin_hypercube, 1, 200).of(0, 200);
  REQUIRE(drawn.size() == 1);
  CHECK(std::ranges::min(drawn[0].values) == doctest::Approx(0.5).epsilon(0.02));
  CHECK(std::ranges::max(drawn[0].values) == 1.0 / reference);
  CHECK(std::ranges::max(drawn[0].values) * reference <= 1.0);
}

TEST_CASE("shares drawn together sum to one in every year") {
  const System system = batteries("");
  const ParameterDraws draws(system, Sampling::plain, 1, 20);
  const std::vector<Draw> drawn = draws.of(0, 20);
  const auto of_vans = [](const Draw& draw) { return draw.place.item("product") == "van"; };
  REQUIRE(std::ranges::count_if(drawn, of_vans) > 1);
  for (int sample = 0; sample < 20; ++sample)
    for (int step = 0; step < system.description().years.size(); ++step) {
      double sum = 0.0;
      for (const Draw& draw : drawn)
        if (of_vans(draw)) sum += drawn_share(system, draw, sample, step);
      CHECK(sum == doctest::Approx(1.0).epsilon(1e-12));
    }
}

TEST_CASE("in a year in which all are at their largest, shares are those of a Dirichlet") {
  constexpr int samples = 4096;
  const System system = batteries("industrial");
  const critflow::Parameter& share = *system.parameter("chemistry.share");
  for (const Draw& draw : ParameterDraws(system, Sampling::sobol, 1, samples).of(0, samples)) {
    const int cell = share.cells_at(draw.place).at(0);
    const double wanted = share.value(cell, 0);
    double sum = 0.0, squares = 0.0;
    for (int sample = 0; sample < samples; ++sample) {
      const double found = drawn_share(system, draw, sample, 0);
      sum += found / samples;
      squares += (found - wanted) * (found - wanted) / samples;
    }
    CHECK(sum == doctest::Approx(wanted).epsilon(0.01));
    CHECK(std::sqrt(squares) ==
          doctest::Approx(std::sqrt(wanted * (1.0 - wanted) / 51.0)).epsilon(0.03));
  }
}

TEST_CASE("rows that go together do so in what is drawn") {
  const System system = phones(
      "parameter,distribution,first,second,unit,source\n"
      "recycling.yield,uniform,0.5,0.9,1,assumption\n"
      "life.mean,uniform,3,5,a,assumption\n",
      "first,second,rank_correlation,source\nlife.mean,recycling.yield,0.8,assumption\n");
  const std::vector<Draw> drawn = ParameterDraws(system, Sampling::plain, 1, 5000).of(0, 5000);
  double sum = 0.0;
  for (std::size_t i = 0; i < 5000; ++i)
    sum += (drawn[0].values[i] - 0.7) / 0.4 * (drawn[1].values[i] - 4.0) / 2.0;
  CHECK(12.0 * sum / 5000 == doctest::Approx(0.8).epsilon(0.05));
}

TEST_CASE("four compartments spread as the example of dpmfa does") {
  const auto oracle = outside_oracle("dpmfa_example.json");
  if (!oracle) return;
  std::string uncertainty =
      "parameter,drawn,distribution,first,second,third,unit,source\n"
      "to the first sink,,triangular,0.5,0.7,0.9,1,synthetic\n";
  for (const int year : {2001, 2002, 2003, 2004, 2005})
    uncertainty += "inflow," + std::to_string(year) + ",normal," +
                   std::to_string(1000 + 200 * (year - 2001)) + ",250,,t/a,synthetic\n";
  ScenarioFolder::Files files =
      ScenarioFolder(fs::path(CRITFLOW_SCENARIOS) / "../bench/peers/four-compartments").files();
  files["uncertainty.csv"] = uncertainty;
  const System system = critflow::load(ScenarioFolder("four-compartments", files));
  const critflow::Plan plan(system);
  critflow::Reading reading(plan, system);
  std::vector<std::pair<std::string, int>> inflows;
  inflows.emplace_back("Sink 1", reading.flow("compartment", "first sink", {.layer = "mass"}));
  inflows.emplace_back("Sink 2", reading.flow("stock", "second sink", {.layer = "mass"}));
  inflows.emplace_back("Stock 1", reading.flow("compartment", "stock", {.layer = "mass"}));

  constexpr int samples = 20000;
  std::vector<std::vector<double>> found(static_cast<std::size_t>(reading.cells()));
  critflow::Samples(plan, system, reading)
      .run(ParameterDraws(system, Sampling::plain, 1, samples).of(0, samples), samples,
           [&](const critflow::SampleBlock& block) {
             for (int cell = 0; cell < reading.cells(); ++cell)
               for (int i = 0; i < block.samples; ++i)
                 found[static_cast<std::size_t>(cell)].push_back(block.value(cell, i));
           });
  for (const auto& inflow : inflows)
    for (std::size_t year = 0; year < 5; ++year) {
      const auto& wanted = oracle->at("expected").at(inflow.first);
      const double mean = wanted.at("mean")[year], sd = wanted.at("sd")[year];
      const auto moments =
          critflow::moments_of(found[static_cast<std::size_t>(inflow.second) + year], 0);
      INFO(inflow.first << " in year " << year);
      CHECK(std::abs(moments.mean - mean) <= 4.0 * sd / std::sqrt(samples) + 1e-12);
      CHECK(std::abs(moments.sd() - sd) <= 4.0 * sd / std::sqrt(2.0 * samples) + 1e-12);
    }
}

TEST_CASE("every uncertain number of the Dutch batteries is drawn") {
  const System system = critflow::load(fs::path(CRITFLOW_SCENARIOS) / "nl-batteries");
  const ParameterDraws draws(system, Sampling::sobol, 1, 1000);
  const std::set<int> rows(draws.rows().begin(), draws.rows().end());
  CHECK(rows.size() == system.uncertainty().size());
  CHECK(draws.of(0, 8).size() >= draws.names().size());
}
