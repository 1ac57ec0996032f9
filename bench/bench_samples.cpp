#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>
#include <vector>

#include "critflow/io/load.hpp"
#include "critflow/solve/samples.hpp"
#include "critflow/study/parameter_draws.hpp"

namespace {

using namespace critflow;

constexpr int samples = 256;  // drawn at once; a study draws 1,024

System scenario(const char* name) {
  return load(std::filesystem::path(CRITFLOW_SCENARIOS) / name, "reference");
}

/// What a study draws: every uncertain parameter, or all but the lifetimes.
std::vector<Draw> draws_of(const System& system, bool lifetimes) {
  std::vector<Draw> draws = ParameterDraws(system, Sampling::plain, 1, samples).of(0, samples);
  if (!lifetimes)
    std::erase_if(draws,
                  [](const Draw& one) { return one.parameter.find("life") != std::string::npos; });
  return draws;
}

/// What flows by role, in every layer and year.
Reading reading_of(const Plan& plan, const System& system) {
  Reading reading(plan, system);
  for (const char* role :
       {"placed", "waste", "collected", "recovered", "demand", "primary", "mined"})
    for (const Layer& layer : system.description().layers)
      if (layer.material) reading.role(role, {layer.name});
  return reading;
}

/// Question: what does one sample of a study cost, samples side by side in lanes?
void run_samples(benchmark::State& state, const char* name, bool lifetimes) {
  const System system = scenario(name);
  const Plan plan(system);
  const std::vector<Draw> draws = draws_of(system, lifetimes);
  Samples side_by_side(plan, system, reading_of(plan, system));
  double cells = 0.0, failed = 0.0;
  for (auto _ : state) {
    failed = 0.0;
    side_by_side.run(draws, samples, [&](const SampleBlock& block) {
      cells = static_cast<double>(block.cells.size());
      for (const std::vector<Fault>& faults : block.faults) failed += faults.empty() ? 0.0 : 1.0;
    });
  }
  state.counters["draws"] = static_cast<double>(draws.size());
  state.counters["cells"] = cells;
  state.counters["failed"] = failed;
  state.counters["time per sample"] =
      benchmark::Counter(static_cast<double>(state.iterations() * samples),
                         benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK_CAPTURE(run_samples, nl_batteries, "nl-batteries", true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run_samples, nl_batteries_lives_fixed, "nl-batteries", false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run_samples, eu_batteries, "eu-batteries", true)->Unit(benchmark::kMillisecond);

}  // namespace
