#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/machine.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/clamp_block.hpp"
#include "solve/ring_of_regions.hpp"
#include "solve/series.hpp"

using namespace critflow;

namespace {

constexpr int years = 30;

/// Batteries in use, collected and recycled with a loop through sludge, in each of `regions`.
SystemBuilder batteries(const std::vector<std::string>& regions,
                        const std::vector<std::vector<double>>& sales) {
  SystemBuilder builder("batteries");
  builder.years(2000, 1999 + years)
      .layer({.name = "lithium", .unit = "t", .material = true})
      .dimension("region", regions)
      .parameter("life.mean", "a", 6.0)
      .parameter("life.sd", "a", 2.0);
  for (std::size_t i = 0; i < regions.size(); ++i)
    builder.parameter("sales", "t/a", place("region", regions[i]), table(2000, sales[i]));
  return builder
      .lifetime({.name = "life",
                 .distribution = Distribution::normal,
                 .first = "life.mean",
                 .second = "life.sd"})
      .process("use",
               StockProcess{.driver = StockProcess::Driver::inflow,
                            .driver_parameter = "sales",
                            .lead = "lithium",
                            .lifetime = "life"},
               {"region"})
      .process("factory", Production{.yield = "0.9"}, {"region"})
      .process("market", Market{.offers = {"scrap", "recycling", "mine"}}, {"region"})
      .process("scrap", Treatment{}, {"region"})
      .process("collection", Treatment{}, {"region"})
      .process("recycling", Treatment{}, {"region"})
      .process("sludge", Treatment{}, {"region"})
      .process("mine", Production{.yield = "0.8"}, {"region"})
      .process("ore", Outside{})
      .process("losses", Outside{})
      .flow({.from = "factory", .to = "use", .rule = FlowRule::request})
      .flow({.from = "market", .to = "factory", .rule = FlowRule::request})
      .flow({.from = "factory", .to = "scrap", .rule = FlowRule::rest})
      .flow({.from = "scrap", .to = "market"})
      .flow({.from = "use", .to = "collection"})
      .flow({.from = "recycling", .to = "sludge", .factors = {"0.2"}})
      .flow({.from = "sludge", .to = "recycling", .factors = {"0.7"}})
      .flow({.from = "sludge", .to = "losses", .rule = FlowRule::rest})
      .flow({.from = "recycling", .to = "market", .rule = FlowRule::rest})
      .flow({.from = "market", .to = "losses", .rule = FlowRule::surplus})
      .flow({.from = "ore", .to = "mine", .rule = FlowRule::request})
      .flow({.from = "mine", .to = "market", .rule = FlowRule::request})
      .flow({.from = "mine", .to = "losses", .rule = FlowRule::rest});
}

/// The same where collected waste is shared over the regions by `partners`.
SystemBuilder trading(const std::vector<std::string>& regions,
                      const std::vector<std::vector<double>>& sales,
                      const std::vector<std::vector<double>>& partners) {
  SystemBuilder builder = batteries(regions, sales);
  builder.dimension("partner", regions);
  for (std::size_t i = 0; i < regions.size(); ++i)
    for (std::size_t j = 0; j < regions.size(); ++j)
      builder.parameter("partners", "1", {{{"region", regions[i]}, {"partner", regions[j]}}},
                        partners[i][j]);
  return builder
      .flow({.from = "collection",
             .to = "recycling",
             .factors = {"0.9"},
             .split = "partners",
             .sum = {"region"},
             .as = {{"region", "partner"}}})
      .flow({.from = "collection", .to = "losses", .rule = FlowRule::rest});
}

std::vector<double> rising(double first, double growth) {
  std::vector<double> sales;
  for (int year = 0; year < years; ++year) sales.push_back(first * std::pow(1.0 + growth, year));
  return sales;
}

/// Every flow and stock, with what `part` makes of it.
template <class Part>
std::vector<std::vector<double>> all_of(const Run& run, Part part) {
  std::vector<std::vector<double>> all;
  for (const auto& [from, to] : run.flow_names()) all.push_back(part(run.flow(from, to)).values);
  for (const std::string& name : run.stock_names()) all.push_back(part(run.stock(name)).values);
  return all;
}

/// The clamp blocks of a year of a system without memory, as the machine leaves them.
std::vector<std::pair<Block, Eigen::VectorXd>> blocks_of(const System& system, const Plan& plan,
                                                         int step) {
  const Plan::Compiled& compiled = plan.compiled();
  Machine<double> machine(compiled.program);
  for (const auto* loads : {&compiled.once, &compiled.yearly})
    for (const Plan::Load& one : *loads)
      machine.at(one.slot) =
          system.parameters()[static_cast<std::size_t>(one.parameter)].value(one.cell, step);
  machine.run_once();
  machine.run_yearly();
  machine.run_balance();
  std::vector<std::pair<Block, Eigen::VectorXd>> blocks;
  for (const ClampBlock& from : compiled.program.blocks) {
    const auto count = static_cast<Eigen::Index>(from.clamps.size());
    Block block{Eigen::MatrixXd::Zero(count, count), Eigen::VectorXd(count), Eigen::VectorXd(count),
                Eigen::VectorXd(count)};
    Eigen::VectorXd found(count);
    for (Eigen::Index i = 0; i < count; ++i) {
      const ClampBlock::Clamp& clamp = from.clamps[static_cast<std::size_t>(i)];
      block.start(i) = machine.at(clamp.start);
      block.low(i) = machine.at(clamp.low);
      block.high(i) = machine.at(clamp.high);
      found(i) = machine.at(clamp.value);
      for (const ClampBlock::Gain& gain : clamp.gains)
        block.gains(i, gain.clamp) = machine.at(gain.slot);
    }
    blocks.emplace_back(std::move(block), std::move(found));
  }
  return blocks;
}

}  // namespace

TEST_CASE("without trade, sums over twelve regions are the system of the world") {
  Chance chance(1);
  std::vector<std::string> regions;
  std::vector<std::vector<double>> sales, world(1, std::vector<double>(years, 0.0));
  for (int i = 0; i < 12; ++i) {
    regions.push_back("region " + std::to_string(i));
    sales.push_back(rising(chance.between(1.0, 100.0), chance.between(0.0, 0.2)));
    for (std::size_t year = 0; year < world[0].size(); ++year) world[0][year] += sales.back()[year];
  }
  const auto collected = [](SystemBuilder builder) {
    return builder.flow({.from = "collection", .to = "recycling", .factors = {"0.9"}})
        .flow({.from = "collection", .to = "losses", .rule = FlowRule::rest})
        .build();
  };
  const Run run = simulate(collected(batteries(regions, sales)));
  const Run whole = simulate(collected(batteries({"world"}, world)));
  const auto sum = [](const Figures& figures) {
    return find_dimension(figures.dimensions, "region") ? figures.sum("region") : figures;
  };
  const auto regional = all_of(run, sum), worldwide = all_of(whole, sum);
  double most = 0.0, worst = 0.0;
  for (std::size_t i = 0; i < regional.size(); ++i) {
    most = std::max(most, largest(worldwide[i]));
    worst = std::max(worst, distance(regional[i], worldwide[i]));
  }
  CHECK(largest(worldwide.front()) > 0.0);
  CHECK(worst <= 1e-12 * most);
}

TEST_CASE("one region that sends waste abroad is the first of two, of which the other only takes") {
  const std::vector<double> sales = rising(50.0, 0.05), none(years, 0.0);
  const Run two =
      simulate(trading({"NL", "abroad"}, {sales, none}, {{0.7, 0.3}, {0.0, 1.0}}).build());
  const Run one = simulate(batteries({"NL"}, {sales})
                               .process("abroad", Outside{})
                               .flow({.from = "collection", .to = "recycling", .factors = {"0.63"}})
                               .flow({.from = "collection", .to = "abroad", .factors = {"0.27"}})
                               .flow({.from = "collection", .to = "losses", .rule = FlowRule::rest})
                               .build());
  for (const auto& [from, to] : {std::pair("recycling", "market"), std::pair("mine", "market"),
                                 std::pair("ore", "mine"), std::pair("use", "collection")})
    CHECK(distance(two.flow(from, to).select("region", "NL").values,
                   one.flow(from, to).select("region", "NL").values) <= 1e-12 * 1000.0);
  CHECK(distance(two.flow("collection", "recycling")
                     .select("region", "NL")
                     .select("partner", "abroad")
                     .values,
                 one.flow("collection", "abroad").values) <= 1e-12 * 1000.0);
  CHECK(largest(one.flow("collection", "abroad").values) > 10.0);
}

TEST_CASE("trade that does not sum to one is refused, with the region") {
  CHECK_THROWS_WITH_AS(
      (void)trading({"NL", "DE"}, {rising(9.0, 0.0), rising(9.0, 0.0)}, {{0.5, 0.25}, {0.0, 1.0}})
          .build(),
      "process collection[NL] lithium: split 'partners' sums to: 0.75 in 2000, must sum to one",
      ModelFaults);
}

TEST_CASE("a ring of regions with loops and capacities has one solution in 4,000 draws") {
  Chance chance(2);
  int blocks = 0;
  for (int draw = 0; draw < 20; ++draw) {
    const Run run = simulate(ring_of_regions(chance, 2 + draw % 3, 200));
    CHECK(run.balance().worst <= 1e-12);
    CHECK(run.uniqueness().weakest != Certificate::none);
    blocks += run.uniqueness().blocks;
    for (const std::vector<double>& values : all_of(run, [](const Figures& one) { return one; }))
      CHECK(*std::min_element(values.begin(), values.end()) >= 0.0);
  }
  CHECK(blocks > 20);
}

TEST_CASE("of all branches of two regions in a ring, the one found is the only one that agrees") {
  Chance chance(3);
  const System system = ring_of_regions(chance, 2, 12);
  const Plan plan(system);
  int looked_at = 0;
  for (int step = 0; step < 12; ++step)
    for (const auto& [block, found] : blocks_of(system, plan, step)) {
      if (block.clamps() > 6) continue;
      ++looked_at;
      const auto solutions = by_enumeration(block);
      REQUIRE(solutions.size() == 1);
      CHECK((solutions.front() - found).cwiseAbs().maxCoeff() <= 1e-10);
    }
  CHECK(looked_at > 8);
}
