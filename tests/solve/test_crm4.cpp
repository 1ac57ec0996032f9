#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "crm4.hpp"
#include "reference.hpp"

using namespace critflow;

namespace {

const nlohmann::json& expected() {
  static const nlohmann::json read = reference_case("crm4/case.json");
  return read;
}

/// Over regions and products: [year][metal].
std::vector<double> total(Figures figures) {
  if (find_dimension(figures.dimensions, "region") != nullptr)
    figures = figures.sum("region").sum("product");
  std::vector<double> values;
  for (std::size_t year = 0; year < figures.dimensions[0].items.size(); ++year)
    for (const std::string& metal : crm4::metals)
      values.push_back(
          figures.at({{{"year", figures.dimensions[0].items[year]}, {"layer", metal}}}));
  return values;
}

std::vector<double> sum(std::vector<double> a, const std::vector<double>& b) {
  std::transform(a.begin(), a.end(), b.begin(), a.begin(), std::plus<>());
  return a;
}

std::map<std::string, std::vector<double>> series_of(const Run& run) {
  const std::vector<double> recovered = total(run.flow("recycling", "market"));
  return {{"use_in", total(run.inflow("use"))},
          {"stock", total(run.stock("use"))},
          {"eol", total(run.outflow("use"))},
          {"collected", total(run.flow("collection", "recycling"))},
          {"recovered", recovered},
          {"refined_demand", total(run.flow("market", "manufacture"))},
          {"secondary", sum(recovered, total(run.flow("scrap recovery", "market")))},
          {"primary", total(run.flow("refining", "market"))},
          {"mined", total(run.flow("mine", "refining"))}};
}

/// Largest difference, as a share of the largest value expected. `every` year of the run is given.
double distance(const std::vector<double>& got, const nlohmann::json& given, std::size_t every) {
  double largest = 0.0, difference = 0.0;
  for (std::size_t year = 0; year < given.size(); ++year)
    for (std::size_t metal = 0; metal < 4; ++metal) {
      const double value = given[year][metal];
      largest = std::max(largest, std::abs(value));
      difference = std::max(difference, std::abs(got[year * every * 4 + metal] - value));
    }
  return difference / largest;
}

void check_series(const Run& run, const nlohmann::json& given, std::size_t every) {
  const double tolerance = expected()["tolerance"];
  for (const auto& [name, values] : series_of(run)) {
    CAPTURE(name);
    CHECK(distance(values, given.at(name), every) <= tolerance);
  }
}

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
      [](int sample, const ModelFaults& faults) { FAIL(sample << ": " << faults.what()); });
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
      [](int sample, const ModelFaults& faults) { FAIL(sample << ": " << faults.what()); });
  CHECK(seen == samples);
}
