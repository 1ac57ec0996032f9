// Does reading stay out of the way? A folder of 5,000 rows should be checked in under 50 ms, and a
// table of a million rows read in under half a second.

#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>

#include "critflow/io/canonical.hpp"
#include "critflow/io/load.hpp"

namespace {

using critflow::ScenarioFolder;

/// One stock of many products, each sold in a number of years of its own.
ScenarioFolder folder_of(int products, int years) {
  std::string settings =
      "schema = 1\nyears = { first = 2000, last = 2060 }\n[layers]\nunits = { unit = \"units\" }\n"
      "[dimensions]\nproduct = [";
  for (int i = 0; i < products; ++i) settings += "\"product " + std::to_string(i) + "\", ";
  settings +=
      "]\n[process.makers]\nkind = \"outside\"\n[process.waste]\nkind = \"outside\"\n"
      "[process.use]\nkind = \"stock\"\ndims = [\"product\"]\nlead = \"units\"\n"
      "driver = { inflow = \"sales\" }\nlifetime = \"use\"\n"
      "[[flow]]\nfrom = \"makers\"\nto = \"use\"\nrequest = true\nsum = [\"product\"]\n"
      "[[flow]]\nfrom = \"use\"\nto = \"waste\"\nrest = true\n"
      "[lifetime.use]\ndistribution = \"weibull\"\nmean = 10\nsd = 3\n";
  ScenarioFolder::Files files{{"system.toml", settings}};
  constexpr int most_rows = 200'000;  // a file holds at most 16 MiB
  int rows = 0;
  for (int i = 0; i < products; ++i)
    for (int year = 1800; year < 1800 + years; ++year, ++rows) {
      std::string& table = files["parameters/" + std::to_string(rows / most_rows) + ".csv"];
      if (table.empty()) table = "parameter,product,year,value,unit,source,note\n";
      table += "sales,product " + std::to_string(i) + "," + std::to_string(year) + "," +
               std::to_string(1000 + rows) + ".5,units/a,assumption,\n";
    }
  return {"bench", files};
}

void check_5000_rows(benchmark::State& state) {
  const ScenarioFolder folder = folder_of(100, 50);
  for (auto _ : state) benchmark::DoNotOptimize(critflow::check(folder));
}
BENCHMARK(check_5000_rows)->Unit(benchmark::kMillisecond);

void load_million_rows(benchmark::State& state) {
  const ScenarioFolder folder = folder_of(2500, 400);
  for (auto _ : state) benchmark::DoNotOptimize(critflow::load(folder));
}
BENCHMARK(load_million_rows)->Unit(benchmark::kMillisecond);

void check_dutch_batteries(benchmark::State& state) {
  const ScenarioFolder folder(std::filesystem::path(CRITFLOW_SCENARIOS) / "nl-batteries");
  for (auto _ : state) benchmark::DoNotOptimize(critflow::check(folder));
}
BENCHMARK(check_dutch_batteries)->Unit(benchmark::kMillisecond);

void load_dutch_batteries(benchmark::State& state) {
  const ScenarioFolder folder(std::filesystem::path(CRITFLOW_SCENARIOS) / "nl-batteries");
  for (auto _ : state) benchmark::DoNotOptimize(critflow::load(folder));
}
BENCHMARK(load_dutch_batteries)->Unit(benchmark::kMillisecond);

void canonical_text_of_dutch_batteries(benchmark::State& state) {
  const auto system = critflow::load(std::filesystem::path(CRITFLOW_SCENARIOS) / "nl-batteries");
  for (auto _ : state) benchmark::DoNotOptimize(critflow::canonical_text(system));
}
BENCHMARK(canonical_text_of_dutch_batteries)->Unit(benchmark::kMillisecond);

}  // namespace
