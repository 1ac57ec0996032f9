#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "critflow/study/quantile_function.hpp"
#include "critflow/study/sampling_plan.hpp"
#include "reference.hpp"

using critflow::normal_quantile;

namespace {

struct Spread {
  double mean, sd, low, high;  ///< low to high: 95 % of the draws, as many below as above
};

Spread spread_of(int inputs, const std::function<double(const std::vector<double>&)>& function) {
  constexpr std::size_t samples = 1 << 17;
  const critflow::SamplingPlan plan(
      critflow::Sampling::sobol, 1, samples,
      std::vector<std::string>(static_cast<std::size_t>(inputs), "x"));
  std::vector<double> u(static_cast<std::size_t>(inputs)), values;
  double sum = 0.0, squares = 0.0;
  for (std::size_t i = 0; i < samples; ++i) {
    plan.point(static_cast<std::int64_t>(i), u);
    values.push_back(function(u));
    sum += values.back() / samples;
  }
  for (const double value : values) squares += (value - sum) * (value - sum) / samples;
  std::ranges::sort(values);
  return {sum, std::sqrt(squares), values[samples / 40], values[samples - 1 - samples / 40]};
}

/// Of one with mean zero and sd one.
double rectangular(double u) { return std::sqrt(3.0) * (2.0 * u - 1.0); }

void check_sum(const nlohmann::json& of, const char* interval,
               const std::function<double(const std::vector<double>&)>& sum, double rounding) {
  const Spread found = spread_of(4, sum);
  CHECK(std::abs(found.sd - of.at("u").get<double>()) < rounding);
  CHECK(std::abs(found.low - of.at(interval)[0].get<double>()) < rounding);
  CHECK(std::abs(found.high - of.at(interval)[1].get<double>()) < rounding);
}

}  // namespace

TEST_CASE("sums of four numbers spread as JCGM 101 publishes, clause 9.2") {
  const auto oracle = outside_oracle("sensitivity_and_propagation.json");
  if (!oracle) return;
  const auto& of = oracle->at("jcgm101_9_2");
  check_sum(
      of.at("normal"), "interval95",
      [](const std::vector<double>& u) {
        return normal_quantile(u[0]) + normal_quantile(u[1]) + normal_quantile(u[2]) +
               normal_quantile(u[3]);
      },
      0.01);
  check_sum(
      of.at("rectangular"), "interval95_MCM",
      [](const std::vector<double>& u) {
        return rectangular(u[0]) + rectangular(u[1]) + rectangular(u[2]) + rectangular(u[3]);
      },
      0.01);
  check_sum(
      of.at("mixed"), "interval95_MCM",
      [](const std::vector<double>& u) {
        return rectangular(u[0]) + rectangular(u[1]) + rectangular(u[2]) + 10.0 * rectangular(u[3]);
      },
      0.06);
}

TEST_CASE("a mass that is calibrated spreads as JCGM 101 publishes, clause 9.3") {
  const auto oracle = outside_oracle("sensitivity_and_propagation.json");
  if (!oracle) return;
  const auto& published = oracle->at("jcgm101_9_3").at("recomputed_4e6");
  const Spread found = spread_of(5, [](const std::vector<double>& u) {
    const double mass = 100000.0 + 0.05 * normal_quantile(u[0]);
    const double more = 1.234 + 0.02 * normal_quantile(u[1]);
    const double air = 1.1 + 0.2 * u[2], weight = 7000.0 + 2000.0 * u[3];
    const double reference = 7950.0 + 100.0 * u[4];
    return (mass + more) * (1.0 + (air - 1.2) * (1.0 / weight - 1.0 / reference)) - 100000.0;
  });
  CHECK(std::abs(found.mean - published.at("mean").get<double>()) < 3e-4);
  CHECK(std::abs(found.sd - published.at("u").get<double>()) < 3e-4);
  CHECK(std::abs(found.low - published.at("interval95")[0].get<double>()) < 1e-3);
  CHECK(std::abs(found.high - published.at("interval95")[1].get<double>()) < 1e-3);
}
