#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>
#include <vector>

#include "critflow/io/load.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/random_network.hpp"

namespace {

using namespace critflow;

System crm4() { return load(std::filesystem::path(CRITFLOW_CASES) / "crm4"); }
System scenario(const char* name) {
  return load(std::filesystem::path(CRITFLOW_SCENARIOS) / name, "reference");
}
System batteries() { return scenario("nl-batteries"); }
System batteries_of_the_union() { return scenario("eu-batteries"); }
System metals_of_the_world() { return scenario("world-metals"); }

/// About 300 vertices, with loops through hoards, sludge and slag, and a gate in one of them.
System drawn() {
  return RandomNetwork({.seed = 1,
                        .products = 10,
                        .regions = 1,
                        .steps = 20,
                        .parts = {"gate", "slag", "scarce metal"}})
      .build();
}

void describe(benchmark::State& state, const Plan& plan) {
  state.counters["vertices"] = static_cast<double>(plan.compiled().network.vertices.size());
  state.counters["edges"] = static_cast<double>(plan.compiled().network.edges.size());
  state.counters["years"] = plan.compiled().years.size();
}

/// Question: what does it cost to compile the year of a system?
void compile(benchmark::State& state, System (*make)()) {
  const System system = make();
  for (auto _ : state) benchmark::DoNotOptimize(Plan(system));
  describe(state, Plan(system));
}
BENCHMARK_CAPTURE(compile, crm4, crm4)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(compile, drawn, drawn)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(compile, batteries, batteries)->Unit(benchmark::kMicrosecond);

/// Question: what does one run over all years cost, its flows and stocks kept?
void run_once(benchmark::State& state, System (*make)()) {
  const System system = make();
  const Plan plan(system);
  for (auto _ : state) benchmark::DoNotOptimize(simulate(plan, system));
  describe(state, plan);
}
BENCHMARK_CAPTURE(run_once, crm4, crm4)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(run_once, drawn, drawn)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(run_once, batteries, batteries)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(run_once, batteries_of_the_union, batteries_of_the_union)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(run_once, metals_of_the_world, metals_of_the_world)
    ->Unit(benchmark::kMicrosecond);

}  // namespace
