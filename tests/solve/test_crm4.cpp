#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "solve/crm4.hpp"
#include "solve/crm4_expected.hpp"

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
  std::vector<std::vector<double>> primary(61 * 4);
  double primary_sum = 0.0, secondary_sum = 0.0;
  simulate_samples(
      Plan(system), system, crm4::draws(factors(samples)), samples,
      [&](int, const Run& run) {
        const auto series = series_of(run);
        for (std::size_t i = 0; i < primary.size(); ++i) {
          primary[i].push_back(series.at("primary")[i]);
          primary_sum += series.at("primary")[i] / samples;
          secondary_sum += series.at("secondary")[i] / samples;
        }
      },
      [](int sample, const ModelFaults& faults) {
        FAIL(sample << ": " << std::string(faults.what()));
      });
  const double tolerance = expected()["tolerance"];
  const double largest = *std::max_element(primary[60 * 4 - 1].begin(), primary[60 * 4 - 1].end());
  for (const int year : {2030, 2045, 2060})
    for (std::size_t metal = 0; metal < 4; ++metal)
      for (std::size_t k = 0; k < 3; ++k) {
        const double share = std::vector<double>{0.05, 0.5, 0.95}[k];
        const double value = expected()["percentiles"][std::to_string(year)][metal][k];
        const auto& runs = primary[static_cast<std::size_t>(year - 2000) * 4 + metal];
        CHECK(std::abs(percentile(runs, share) - value) <= tolerance * largest);
      }
  CHECK(primary_sum ==
        doctest::Approx(expected()["primary_mean_sum"].get<double>()).epsilon(1e-12));
  CHECK(secondary_sum ==
        doctest::Approx(expected()["secondary_mean_sum"].get<double>()).epsilon(1e-12));
}

TEST_CASE("a run of crm4 in lanes is the run on its own, to the bit") {
  constexpr int samples = 11;  // one full pack and a part of another
  const System system = crm4::system();
  const auto drawn = factors(samples);
  int seen = 0;
  simulate_samples(
      Plan(system), system, crm4::draws(drawn), samples,
      [&](int sample, const Run& run) {
        const Run alone = simulate(with_factors(system, drawn[static_cast<std::size_t>(sample)]));
        CHECK(series_of(run) == series_of(alone));
        CHECK(run.balance().worst == alone.balance().worst);
        ++seen;
      },
      [](int sample, const ModelFaults& faults) {
        FAIL(sample << ": " << std::string(faults.what()));
      });
  CHECK(seen == samples);
}
