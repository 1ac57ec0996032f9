#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "critflow/lifetime/distribution.hpp"
#include "critflow/lifetime/survival_table.hpp"
#include "critflow/lifetime/weibull.hpp"

namespace {

using namespace critflow;

/// Question: what does one survival share cost, by distribution (in the order of `Distribution`)?
void survival(benchmark::State& state) {
  const Distribution kind = distributions()[static_cast<std::size_t>(state.range(0))];
  const bool no_spread = kind == Distribution::fixed;
  const double sd = no_spread ? 0.0 : kind == Distribution::exponential ? 14.0 : 4.0;
  const Lifetime lifetime = lifetime_from_mean_sd(kind, 14.0, sd);
  double age = 0.0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(lifetime.survival(age));
    age = age < 60.0 ? age + 1.0 : 0.0;
  }
  state.SetLabel(std::string(name_of(kind)));
}
BENCHMARK(survival)->DenseRange(0, 7);

/// Question: what does a survival table cost by age, for a lifetime that all cohorts share?
void table_by_age(benchmark::State& state) {
  const Years years(1, static_cast<int>(state.range(0)));
  const Lifetime lifetime = Weibull(3.0, 14.0);
  for (auto _ : state) benchmark::DoNotOptimize(SurvivalTable(years, lifetime).survival(1, 0));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(table_by_age)->RangeMultiplier(2)->Range(50, 400)->Complexity(benchmark::oN);

/// Question: and for a lifetime of each cohort's own?
void table_by_cohort(benchmark::State& state) {
  const Years years(1, static_cast<int>(state.range(0)));
  const std::vector<Lifetime> lifetimes(static_cast<std::size_t>(years.size()), Weibull(3.0, 14.0));
  for (auto _ : state) benchmark::DoNotOptimize(SurvivalTable(years, lifetimes).survival(1, 0));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(table_by_cohort)->RangeMultiplier(2)->Range(50, 400)->Complexity(benchmark::oNSquared);

/// Question: what does it cost to find the Weibull parameters of a mean and a spread?
void weibull_from_mean_sd(benchmark::State& state) {
  double sd = 3.0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(Weibull::from_mean_sd(14.0, sd));
    sd = sd < 9.0 ? sd + 0.1 : 3.0;
  }
}
BENCHMARK(weibull_from_mean_sd);

}  // namespace
