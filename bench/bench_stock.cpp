#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "critflow/lifetime/weibull.hpp"
#include "critflow/stock/batch.hpp"
#include "critflow/stock/inflow_driven.hpp"
#include "critflow/stock/stock_driven.hpp"
#include "stock/shared_shares.hpp"

#define CRITFLOW_KERNELS "fused_multiply_add.inl"
#include "base/each_processor.inl"

namespace {

using namespace critflow;

/// Question: what does one cohort stock cost, table included, and how does it grow with the years?
void inflow_driven_alone(benchmark::State& state) {
  const Eigen::ArrayXd sales = Eigen::ArrayXd::LinSpaced(state.range(0), 10.0, 400.0);
  const Lifetime lifetime = Weibull(3.0, 14.0);
  for (auto _ : state) benchmark::DoNotOptimize(inflow_driven(sales, lifetime).stock.data());
  state.SetComplexityN(state.range(0));
}
BENCHMARK(inflow_driven_alone)->RangeMultiplier(2)->Range(50, 400)->Complexity();

/// Question: does a prescribed stock cost more than a prescribed inflow?
void stock_driven_alone(benchmark::State& state) {
  const Eigen::ArrayXd fleet = Eigen::ArrayXd::LinSpaced(state.range(0), 10.0, 400.0);
  const Lifetime lifetime = Weibull(3.0, 14.0);
  for (auto _ : state) benchmark::DoNotOptimize(stock_driven(fleet, lifetime).inflow.data());
  state.SetComplexityN(state.range(0));
}
BENCHMARK(stock_driven_alone)->RangeMultiplier(2)->Range(50, 400)->Complexity();

constexpr int years = 200;
constexpr int series = 10000;

double fraction(double x) { return x - std::floor(x); }

/// Series of unlike lives without chance: golden-ratio steps through shapes 1.5 to 3.5 and scales
/// 8 to 28 a.
std::vector<Lifetime> unlike_lives() {
  std::vector<Lifetime> all;
  for (int k = 0; k < series; ++k)
    all.push_back(Weibull(1.5 + 2.0 * fraction(0.5 + k * 0.6180339887498949),
                          8.0 + 20.0 * fraction(0.5 + k * 0.7548776662466927)));
  return all;
}

SeriesTable sales() {
  return SeriesTable::NullaryExpr(years, series, [](Eigen::Index t, Eigen::Index k) {
    const double wave = std::sin(0.3 * static_cast<double>(t) + 0.01 * static_cast<double>(k));
    return (100.0 + static_cast<double>(k % 17)) *
           std::pow(1.03, std::min(static_cast<double>(t), 60.0)) * (1.0 + 0.1 * wave);
  });
}

SeriesTable fleets() {
  return SeriesTable::NullaryExpr(years, series, [](Eigen::Index t, Eigen::Index k) {
    const double place = (static_cast<double>(t) - years / 2.0) / (years / 10.0);
    return (1000.0 + static_cast<double>(k % 17)) / (1.0 + std::exp(-place));
  });
}

/// Question: what do 10,000 independent stocks of 200 years cost, lifetimes included, when sales
/// are known? To be set against NumPy on one core.
void inflow_driven_many(benchmark::State& state) {
  const SeriesTable inflow = sales();
  const auto lifetimes = unlike_lives();
  for (auto _ : state)
    benchmark::DoNotOptimize(inflow_driven_batch(inflow, lifetimes).stock.data());
}
BENCHMARK(inflow_driven_many)->Unit(benchmark::kMillisecond);

/// Question: and when the stock is known?
void stock_driven_many(benchmark::State& state) {
  const SeriesTable stock = fleets();
  const auto lifetimes = unlike_lives();
  for (auto _ : state) benchmark::DoNotOptimize(stock_driven_batch(stock, lifetimes).inflow.data());
}
BENCHMARK(stock_driven_many)->Unit(benchmark::kMillisecond);

/// Question: how much of that is new memory?
void inflow_driven_many_again(benchmark::State& state) {
  const SeriesTable inflow = sales();
  SeriesTable outflow = inflow, stock = inflow;
  const auto lifetimes = unlike_lives();
  for (auto _ : state) {
    inflow_driven_batch(inflow, lifetimes, Entry::end(), outflow, stock);
    benchmark::ClobberMemory();
  }
}
BENCHMARK(inflow_driven_many_again)->Unit(benchmark::kMillisecond);

/// A life of which something is left to the last year, so that no product is spared.
const SurvivalTable shared_table(Years(1, years), Weibull(2.0, 80.0));

/// Products of an amount and a share, of both tables, each with its addition [1/s].
benchmark::Counter products(double each) {
  return {each, benchmark::Counter::kIsIterationInvariantRate};
}

constexpr double products_of_series = years * (years + 1.0);

/// Question: what do stocks cost that share a table, from few enough to stay in the cache to
/// 10,000, and how near are they to what this core can do at most (`fused_multiply_add`)?
void inflow_driven_shared(benchmark::State& state) {
  const SeriesTable inflow = sales().leftCols(state.range(0));
  SeriesTable outflow = inflow, stock = inflow;
  for (auto _ : state) {
    inflow_driven_batch(inflow, shared_table, outflow, stock);
    benchmark::ClobberMemory();
  }
  state.counters["products"] = products(products_of_series * static_cast<double>(inflow.cols()));
}
BENCHMARK(inflow_driven_shared)->Arg(320)->Arg(series)->Unit(benchmark::kMillisecond);

void stock_driven_shared(benchmark::State& state) {
  const SeriesTable stock = fleets().leftCols(state.range(0));
  SeriesTable inflow = stock, outflow = stock;
  for (auto _ : state) {
    stock_driven_batch(stock, shared_table, ShrinkingStock::refuse, inflow, outflow);
    benchmark::ClobberMemory();
  }
  state.counters["products"] = products(products_of_series * static_cast<double>(stock.cols()));
}
BENCHMARK(stock_driven_shared)->Arg(320)->Arg(series)->Unit(benchmark::kMillisecond);

/// Question: and the products alone, 32 series at a time, nothing loaded, checked or far away?
void shared_products(benchmark::State& state) {
  const SharedShares shares(shared_table);
  const std::vector<Lanes> inflow(std::size_t{SharedShares::packs} * years, Lanes(1.5));
  SeriesTable outflow(years, SharedShares::series), stock(outflow);
  for (auto _ : state) {
    shares.follow_inflow(inflow.data(), {outflow.data(), outflow.outerStride()},
                         {stock.data(), stock.outerStride()});
    benchmark::ClobberMemory();
  }
  state.counters["products"] = products(products_of_series * SharedShares::series);
}
BENCHMARK(shared_products);

int sums_at_once() { return instructions_in_use() == Instructions::avx512 ? 10 : 4; }

/// Question: how many products can this core add to a sum in a second, at most?
void fused_multiply_add(benchmark::State& state) {
  constexpr int rounds = 1000;
  const std::vector<double> factors{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0};
  for (auto _ : state) {
    Lanes sum(0.5);
    CRITFLOW_IN_LANES(add_products)(rounds, factors.data(), pack(&sum));
    benchmark::ClobberMemory();
  }
  state.counters["products"] =
      products(static_cast<double>(sums_at_once() * lane_count<Lanes> * rounds));
}
BENCHMARK(fused_multiply_add);

}  // namespace
