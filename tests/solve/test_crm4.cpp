#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "critflow/base/processor.hpp"
#include "critflow/solve/samples.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/crm4.hpp"
#include "solve/crm4_expected.hpp"
#include "solve/lanes_alone.hpp"

using namespace critflow;

namespace {

using crm4::check_series;
using crm4::expected;
using crm4::series_of;

std::vector<std::vector<double>> factors(int runs) {
  return crm4::factors(runs, expected()["low"], expected()["high"]);
}

System with_factors(System system, const std::vector<double>& factors) {
  for (const Draw& draw : crm4::draws({factors}))
    system = system.replace(draw.parameter, draw.place, draw.values.front());
  return system;
}

/// Between order statistics, linear.
double percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  const double place = share * (static_cast<double>(values.size()) - 1.0);
  const auto below = static_cast<std::size_t>(place);
  const auto above = std::min(below + 1, values.size() - 1);
  return values[below] + (place - std::floor(place)) * (values[above] - values[below]);
}

}  // namespace

TEST_CASE("the four metals of crm4 flow as two published frameworks say") {
  const Run run = simulate(crm4::system());
  check_series(run, expected()["deterministic"], 1);
  CHECK(run.balance().worst <= 1e-13);
  CHECK(run.plan().loops().empty());
}

TEST_CASE("the first runs of crm4, with ten factors changed, flow as expected") {
  for (const nlohmann::json& one : expected()["runs"]) {
    const std::vector<double> given = one["factors"];
    CHECK(factors(3)[one["run"].get<std::size_t>()][4] == doctest::Approx(given[4]).epsilon(1e-14));
    check_series(simulate(with_factors(crm4::system(), given)), one, 10);
  }
}

TEST_CASE("a thousand runs of crm4 have the percentiles expected") {
  const int samples = expected()["samples"];
  const System system = crm4::system();
  const Plan plan(system);
  Reading reading(plan, system);
  for (const char* role : {"primary", "recovered", "new_scrap"})
    for (const std::string& metal : crm4::metals) reading.role(role, {metal});
  constexpr int years = 61, of_role = 4 * years;
  std::vector<std::vector<double>> primary(of_role);  // [metal][year]
  double primary_sum = 0.0, secondary_sum = 0.0;
  Samples(plan, system, reading)
      .run(crm4::draws(factors(samples)), samples, [&](const SampleBlock& block) {
        for (int k = 0; k < block.samples; ++k) {
          REQUIRE(block.faults[static_cast<std::size_t>(k)] == std::vector<Fault>{});
          for (int i = 0; i < of_role; ++i) {
            primary[static_cast<std::size_t>(i)].push_back(block.value(i, k));
            primary_sum += block.value(i, k) / samples;
            secondary_sum +=
                (block.value(of_role + i, k) + block.value(2 * of_role + i, k)) / samples;
          }
        }
      });
  const double tolerance = expected()["tolerance"];
  const double largest = *std::max_element(primary[4 * 61 - 2].begin(), primary[4 * 61 - 2].end());
  for (const int year : {2030, 2045, 2060})
    for (std::size_t metal = 0; metal < 4; ++metal)
      for (std::size_t k = 0; k < 3; ++k) {
        const double share = std::vector<double>{0.05, 0.5, 0.95}[k];
        const double value = expected()["percentiles"][std::to_string(year)][metal][k];
        const auto& runs = primary[metal * 61 + static_cast<std::size_t>(year - 2000)];
        CHECK(std::abs(percentile(runs, share) - value) <= tolerance * largest);
      }
  CHECK(primary_sum ==
        doctest::Approx(expected()["primary_mean_sum"].get<double>()).epsilon(1e-12));
  CHECK(secondary_sum ==
        doctest::Approx(expected()["secondary_mean_sum"].get<double>()).epsilon(1e-12));
}

TEST_CASE("a run of crm4 in lanes is the run on its own, to the bit") {
  check_lanes(crm4::system(), crm4::draws(factors(11)));  // one full pack and a part of another
}

TEST_CASE("samples have the same bits with the instructions of every processor") {
  const System system = crm4::system();
  const Plan plan(system);
  const std::vector<Draw> draws = crm4::draws(factors(9));
  std::vector<std::vector<double>> found;
  for (const Instructions one : {Instructions::plain, Instructions::avx2, Instructions::avx512}) {
    if (one > fastest_instructions()) continue;
    use_instructions(one);
    found.emplace_back();
    Samples(plan, system, everything(plan, system)).run(draws, 9, [&](const SampleBlock& block) {
      for (const Lanes& cell : block.cells)
        for (int k = 0; k < block.samples; ++k) found.back().push_back(lane(cell, k));
    });
    CHECK(found.back() == found.front());
  }
  use_instructions(fastest_instructions());
}
