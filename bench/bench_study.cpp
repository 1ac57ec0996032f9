#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "critflow/io/load.hpp"
#include "critflow/study/block_set.hpp"
#include "critflow/study/moments.hpp"
#include "critflow/study/parameter_draws.hpp"
#include "critflow/study/quantile_sketch.hpp"
#include "critflow/study/variance_indices.hpp"

namespace {

using critflow::Sampling;

/// Every uncertain number of the Dutch batteries, per sample.
void draw_everything(benchmark::State& state, Sampling sampling) {
  const critflow::System system =
      critflow::load(std::filesystem::path(CRITFLOW_SCENARIOS) / "nl-batteries");
  const critflow::ParameterDraws draws(system, sampling, 1, 1'000'000);
  std::int64_t first = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(draws.of(first, 64));
    first = (first + 64) % 900'000;
  }
  state.SetItemsProcessed(64 * state.iterations());
}
BENCHMARK_CAPTURE(draw_everything, plain, Sampling::plain);
BENCHMARK_CAPTURE(draw_everything, latin_hypercube, Sampling::latin_hypercube);
BENCHMARK_CAPTURE(draw_everything, sobol, Sampling::sobol);

/// A hundred numbers of one shape, per sample.
void quantiles_of(benchmark::State& state, critflow::UncertaintyShape shape,
                  const std::vector<double>& numbers) {
  const auto quantile =
      critflow::quantile_function({.parameter = "x", .shape = shape, .numbers = numbers});
  for (auto _ : state)
    for (int i = 0; i < 100; ++i) benchmark::DoNotOptimize(quantile((i + 0.5) / 100));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(quantiles_of, uniform, critflow::UncertaintyShape::uniform, {0, 1});
BENCHMARK_CAPTURE(quantiles_of, normal, critflow::UncertaintyShape::normal, {0, 1});
BENCHMARK_CAPTURE(quantiles_of, lognormal, critflow::UncertaintyShape::lognormal, {1, 1});
BENCHMARK_CAPTURE(quantiles_of, pert, critflow::UncertaintyShape::pert, {0, 1, 3});

/// What is done with the numbers of one cell, per number.
template <class Work>
void look_at(benchmark::State& state, Work work) {
  const Eigen::ArrayXd values = (0.3 * Eigen::ArrayXd::Random(state.range())).exp();
  for (auto _ : state) work(std::vector<double>(values.begin(), values.end()));
  state.SetItemsProcessed(state.range() * state.iterations());
}

void five_exact_quantiles(benchmark::State& state) {
  const std::vector<double> asked{0.05, 0.25, 0.5, 0.75, 0.95};
  look_at(state, [&](std::vector<double> values) {
    benchmark::DoNotOptimize(critflow::exact_quantiles(std::move(values), asked));
  });
}
BENCHMARK(five_exact_quantiles)->Arg(10'240);

void count_in_sketch(benchmark::State& state) {
  critflow::QuantileSketch sketch;
  look_at(state, [&](const std::vector<double>& values) { sketch.add(values); });
}
BENCHMARK(count_in_sketch)->Arg(critflow::block_size);

void add_up_moments(benchmark::State& state) {
  look_at(state, [](const std::vector<double>& values) {
    benchmark::DoNotOptimize(critflow::moments_of(values, 0));
  });
}
BENCHMARK(add_up_moments)->Arg(critflow::block_size);

/// Indices of 2,000 outputs and 97 inputs, per run of the model.
void add_to_indices(benchmark::State& state) {
  critflow::VarianceIndices indices(2000, 97);
  const Eigen::ArrayXXd runs = Eigen::ArrayXXd::Random(99, 2000);
  for (auto _ : state) indices.add(runs);
  state.SetItemsProcessed(99 * state.iterations());
}
BENCHMARK(add_to_indices);

}  // namespace
