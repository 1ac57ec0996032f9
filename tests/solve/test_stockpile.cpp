#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stockpile.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/lanes_alone.hpp"
#include "solve/series.hpp"

using namespace critflow;

namespace {

constexpr double refining_yield = 0.8;
constexpr double won_from_slag = 0.7;
const Years annual(2000, 2099);

/// A market served by its own slag, by refining up to a capacity, and by a reserve. The slag comes
/// back in the year in which it arises: the year is a loop.
struct Reserve {
  std::vector<double> demand, capacity;  ///< by step [t/a]
  double days = 0.0;                     ///< of refining; else the target
  double target = 150.0;
  double fill = 30.0;
  double release = 25.0;
  double initial = 40.0;

  explicit Reserve(Chance& chance, const Years& years)
      : demand(drawn(chance, static_cast<std::size_t>(years.size()), 200.0)),
        capacity(drawn(chance, static_cast<std::size_t>(years.size()), 200.0)) {}

  [[nodiscard]] System system(const Years& years) const {
    std::vector<YearValue> asked, most;
    for (int step = 0; step < years.size(); ++step) {
      asked.push_back({years[step], demand[static_cast<std::size_t>(step)]});
      most.push_back({years[step], capacity[static_cast<std::size_t>(step)]});
    }
    const bool by_days = days > 0.0;
    return SystemBuilder("reserve")
        .years(years)
        .layer({.name = "metal", .unit = "t", .material = true})
        .parameter("demand", "t/a", Series(asked, Interpolation::table))
        .parameter("capacity", "t/a", Series(most, Interpolation::table))
        .parameter("wanted", by_days ? "1" : "t", by_days ? days : target)
        .parameter("fill", "t/a", fill)
        .parameter("release", "t/a", release)
        .parameter("initial", "t", initial)
        .process("ore", Outside{})
        .process("refining", Production{.yield = std::to_string(refining_yield)})
        .process("slag", Treatment{})
        .process("dump", Outside{})
        .process("market", Market{.offers = {"slag", "refining", "reserve"},
                                  .claims = {{"makers"}, {"reserve", "refining"}}})
        .process("reserve", Stockpile{.target = by_days ? "" : "wanted",
                                      .days = by_days ? "wanted" : "",
                                      .of = by_days ? "refining" : "",
                                      .fill = "fill",
                                      .release = "release",
                                      .initial = "initial"})
        .process("makers", Outside{})
        .flow({.from = "ore", .to = "refining", .rule = FlowRule::request})
        .flow({.from = "refining", .to = "slag", .rule = FlowRule::rest})
        .flow({.from = "slag", .to = "market", .factors = {std::to_string(won_from_slag)}})
        .flow({.from = "slag", .to = "dump", .rule = FlowRule::rest})
        .flow(
            {.from = "refining", .to = "market", .rule = FlowRule::request, .capacity = "capacity"})
        .flow({.from = "reserve", .to = "market", .rule = FlowRule::request})
        .flow({.from = "market", .to = "makers", .rule = FlowRule::request, .factors = {"demand"}})
        .flow({.from = "market", .to = "reserve", .rule = FlowRule::request})
        .flow({.from = "market", .to = "dump", .rule = FlowRule::surplus})
        .build();
  }
};

struct Expected {
  std::vector<double> held, filled, released, refined, shortage;
};

/// Year by year, without a network.
Expected by_hand(const Reserve& reserve, const Years& years) {
  const double slag = won_from_slag * (1.0 / refining_yield - 1.0);  // per tonne refined
  double held = reserve.initial, refined_before = 0.0;
  Expected expected;
  for (int step = 0; step < years.size(); ++step) {
    const double length = years.length(step);
    const double demand = reserve.demand[static_cast<std::size_t>(step)];
    const double supply = reserve.capacity[static_cast<std::size_t>(step)] * (1.0 + slag);
    const double target =
        reserve.days > 0.0 ? refined_before * reserve.days / 365.0 : reserve.target;
    const double wanted = std::clamp((target - held) / length, 0.0, reserve.fill);
    const double offered = std::min(reserve.release, held / length);
    const double filled = std::clamp(supply - demand, 0.0, wanted);
    const double released = std::clamp(demand - supply, 0.0, offered);
    refined_before = std::min(supply, demand + filled) / (1.0 + slag);
    held += (filled - released) * length;
    expected.held.push_back(held);
    expected.filled.push_back(filled);
    expected.released.push_back(released);
    expected.refined.push_back(refined_before);
    expected.shortage.push_back(std::max(demand - supply - released, 0.0));
  }
  return expected;
}

void check_against_hand(const Reserve& reserve, const Years& years) {
  const Run run = simulate(reserve.system(years));
  const Expected expected = by_hand(reserve, years);
  CHECK(distance(run.stock("reserve").values, expected.held) <= 1e-11);
  CHECK(distance(run.flow("market", "reserve").values, expected.filled) <= 1e-11);
  CHECK(distance(run.flow("reserve", "market").values, expected.released) <= 1e-11);
  CHECK(distance(run.flow("refining", "market").values, expected.refined) <= 1e-11);
  CHECK(distance(run.flow("shortage", "market").values, expected.shortage) <= 1e-11);
  CHECK(run.balance().worst <= 1e-13);
  CHECK(run.uniqueness().weakest != Certificate::none);
}

}  // namespace

TEST_CASE("a reserve gives in years of shortage and is filled in the others, as by hand") {
  Chance chance(41);
  for (int draw = 0; draw < 20; ++draw) check_against_hand(Reserve(chance, annual), annual);
}

TEST_CASE("in a hundred years a reserve is filled, gives, and gives less than is missing") {
  Chance chance(41);
  const Expected expected = by_hand(Reserve(chance, annual), annual);
  for (const auto* amounts : {&expected.filled, &expected.released, &expected.shortage})
    CHECK(largest(*amounts) > 0.0);
}

TEST_CASE("the limits around a reserve decide each other, and do so in one way only") {
  Chance chance(46);
  const System system = Reserve(chance, annual).system(annual);
  const Plan plan(system);
  REQUIRE(plan.compiled().program.blocks.size() == 1);
  CHECK(plan.compiled().program.blocks.front().clamps.size() > 2);
  CHECK(simulate(plan, system).uniqueness().weakest != Certificate::none);
}

TEST_CASE("a reserve of so many days of last year's refining, as by hand") {
  Chance chance(42);
  for (int draw = 0; draw < 20; ++draw) {
    Reserve reserve(chance, annual);
    reserve.days = 90.0;
    check_against_hand(reserve, annual);
  }
}

TEST_CASE("a reserve on uneven steps counts amounts over the years of a step") {
  const Years uneven({2000, 2001, 2002, 2005, 2010, 2012, 2013, 2020, 2030, 2031, 2040});
  Chance chance(43);
  for (int draw = 0; draw < 20; ++draw) check_against_hand(Reserve(chance, uneven), uneven);
}

TEST_CASE("a reserve runs dry in a lasting shortage, exactly") {
  Chance chance(44);
  Reserve reserve(chance, annual);
  std::fill(reserve.demand.begin(), reserve.demand.end(), 100.0);
  std::fill(reserve.capacity.begin(), reserve.capacity.end(), 0.0);
  const Run run = simulate(reserve.system(annual));
  const std::vector<double> held = run.stock("reserve").values;
  CHECK(held[0] == 15.0);
  for (std::size_t year = 1; year < held.size(); ++year) CHECK(held[year] == 0.0);
}

TEST_CASE("a reserve in lanes is the run on its own, to the bit") {
  Chance chance(45);
  const System system = Reserve(chance, annual).system(annual);
  const std::vector<double> targets{0.0, 20.0, 150.0, 1e6};
  const std::vector<double> releases{25.0, 0.0, 5.0, 100.0};
  check_lanes(system, {{"wanted", {}, targets}, {"release", {}, releases}});
}

TEST_CASE("a reserve that is asked for more than it offers, without a market, is told") {
  const System system =
      SystemBuilder("asked directly")
          .years(2000, 2005)
          .layer({.name = "metal", .unit = "t", .material = true})
          .parameter("demand", "t/a", 30.0)
          .process("imports", Outside{})
          .process("reserve", Stockpile{.target = "50", .initial = "50"})
          .process("makers", Outside{})
          .flow({.from = "imports", .to = "reserve", .rule = FlowRule::request})
          .flow(
              {.from = "reserve", .to = "makers", .rule = FlowRule::request, .factors = {"demand"}})
          .build();
  CHECK(simulate(system.replace("demand", {}, 20.0)).stock("reserve").values.back() == 30.0);
  const auto faulty = [&] { static_cast<void>(simulate(system.replace("demand", {}, 60.0))); };
  CHECK_THROWS_WITH_AS(faulty(),
                       "process.reserve: asked for more than it offers in 2000: 60, must be asked "
                       "by a market, which knows what it offers: 50",
                       ModelFaults);
}
