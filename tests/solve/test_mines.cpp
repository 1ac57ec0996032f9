#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "critflow/network/market.hpp"
#include "critflow/network/mine.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/lanes_alone.hpp"
#include "solve/series.hpp"

using namespace critflow;

namespace {

/// Mines of copper by country, the cheaper first, with cobalt and the ore they move.
struct World {
  std::vector<std::string> countries{"Chile", "DRC", "Peru"};
  Mine mine{.yield = "0.9",
            .capacity = "nameplate",
            .ramp_up = "3",
            .reserve = "reserve",
            .joint = {{"cobalt", "copper", "cobalt ratio"}},
            .ore = {"ore", "copper", "0.01", "0.4"}};
  double amounts = 1.0;

  [[nodiscard]] System build() const {
    SystemBuilder builder("copper mines");
    builder.years(2020, 2049)
        .dimension("country", countries)
        .layer({.name = "copper", .unit = "t", .material = true})
        .layer({.name = "cobalt", .unit = "t", .material = true})
        .layer({.name = "ore", .unit = "t"})
        .process("mine", mine, {"country"})
        .process("market", Market{.offers = {"mine"}}, {}, {"copper"})
        .process("cobalt market", Market{.offers = {"mine"}}, {}, {"cobalt"})
        .process("users", Outside{})
        .process("pile", Outside{})
        .process("heap", Outside{}, {"country"}, {"copper", "ore"})
        .parameter("demand", "t/a", amount({{2020, 80.0}, {2049, 200.0}}))
        .parameter("cobalt demand", "t/a", amount(3.0))
        .flow({.from = "mine", .to = "market", .rule = FlowRule::request, .cost = "cost"})
        .flow({.from = "mine", .to = "heap", .rule = FlowRule::rest})
        .flow({.from = "mine", .to = "cobalt market", .sum = {"country"}})
        .flow(asked("market", "demand"))
        .flow(asked("cobalt market", "cobalt demand"))
        .flow({.from = "cobalt market", .to = "pile", .rule = FlowRule::surplus});
    add(builder, "Chile", 900.0, {{2020, 30.0}, {2030, 80.0}}, {{2020, 2.0}, {2030, 5.0}}, 0.0);
    add(builder, "DRC", 400.0, {{2020, 40.0}, {2021, 40.0}, {2022, 70.0}}, 3.0, 0.06);
    add(builder, "Peru", 2000.0, 60.0, 4.0, 0.0);
    return builder.build();
  }

 private:
  [[nodiscard]] Series amount(const Series& series) const { return series.times(amounts); }
  [[nodiscard]] static FlowDescription asked(const std::string& from, const std::string& amount) {
    return {.from = from, .to = "users", .rule = FlowRule::request, .factors = {amount}};
  }
  void add(SystemBuilder& builder, const std::string& country, double reserve,
           const Series& nameplate, const Series& cost, double ratio) const {
    const Place at = place("country", country);
    builder.parameter("reserve", "t", at, amount(reserve))
        .parameter("nameplate", "t/a", at, amount(nameplate))
        .parameter("cost", "EUR/t", at, cost)
        .parameter("cobalt ratio", "1", at, ratio);
  }
};

std::vector<double> at_country(const Figures& figures, const std::string& country,
                               const std::string& layer = "copper") {
  return figures.select("country", country).select("layer", layer).values;
}

/// What each country gives, year by year, without anything of the library.
struct Hand {
  std::vector<std::vector<double>> given, left, capacity;  ///< [country][year]

  explicit Hand(const System& system) : given(3), left(3), capacity(3) {
    const auto value = [&](const std::string& name, std::size_t country, int year) {
      const Parameter& parameter = *system.parameter(name);
      return parameter.value(parameter.cells() > 1 ? static_cast<int>(country) : 0,
                             std::max(year, 0));
    };
    for (int year = 0; year < system.description().years.size(); ++year) {
      std::vector<std::size_t> order{0, 1, 2};
      std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return value("cost", a, year) < value("cost", b, year);
      });
      double wanted = value("demand", 0, year);
      for (const std::size_t c : order) {
        double mean = 0.0;
        for (int back = 0; back < 3; ++back) mean += value("nameplate", c, year - back) / 3.0;
        const double before = year == 0 ? value("reserve", c, 0) : left[c].back();
        capacity[c].push_back(std::min(mean, value("nameplate", c, year)));
        given[c].push_back(std::min({wanted, capacity[c].back(), 0.9 * before}));
        left[c].push_back(before - given[c].back() / 0.9);
        wanted -= given[c].back();
      }
    }
  }
};

}  // namespace

TEST_CASE("mines give by cost what they have brought in, until the reserve is used up") {
  const System system = World().build();
  const Run run = simulate(system);
  const Hand hand(system);
  const std::vector<std::string> countries{"Chile", "DRC", "Peru"};
  for (std::size_t c = 0; c < countries.size(); ++c) {
    CHECK(distance(at_country(run.flow("mine", "market"), countries[c]), hand.given[c]) <= 1e-10);
    CHECK(distance(at_country(run.stock("mine"), countries[c]), hand.left[c]) <= 1e-10);
  }
  CHECK(run.balance().worst <= 1e-14);
  CHECK(run.uniqueness().weakest == Certificate::pivots);
}

TEST_CASE("a mine ends in the year in which its reserve does, to the last tonne") {
  const Run run = simulate(World().build());
  const std::vector<double> left = at_country(run.stock("mine"), "DRC");
  CHECK(left.front() > 0.0);
  CHECK(left.back() <= 1e-12);
  double delivered = 0.0;
  for (const double one : at_country(run.flow("mine", "market"), "DRC")) delivered += one;
  CHECK(delivered == doctest::Approx(0.9 * 400.0).epsilon(1e-12));
  CHECK(at_country(run.flow("mine", "market"), "DRC").back() <= 1e-12);
}

TEST_CASE("a step of the nameplate comes in over the ramp-up, and what is closed closes at once") {
  SystemBuilder builder("one mine");
  builder.years(Years({2020, 2021, 2022, 2023, 2024, 2026, 2029, 2030}))
      .layer({.name = "copper", .unit = "t", .material = true})
      .parameter("step", "t/a",
                 Series({{2020, 10.0}, {2022, 50.0}, {2029, 20.0}}, Interpolation::step))
      .process("mine", Mine{.capacity = "step", .ramp_up = "4"})
      .process("market", Market{.offers = {"mine"}})
      .process("users", Outside{})
      .flow({.from = "mine", .to = "market", .rule = FlowRule::request})
      .flow({.from = "market", .to = "users", .rule = FlowRule::request, .factors = {"1000"}});
  const std::vector<double> given = simulate(builder.build()).flow("mine", "market").values;
  // Lengths of the steps: 1, 1, 1, 1, 1.5, 2.5, 2, 2 years.
  const std::vector<double> expected{10.0, 10.0, 20.0, 30.0, 10.0 * 0.5 / 4 + 50.0 * 3.5 / 4,
                                     50.0, 20.0, 20.0};
  CHECK(distance(given, expected) <= 1e-13);
}

TEST_CASE("a step of several years takes all of them from the reserve") {
  SystemBuilder builder("uneven years");
  builder.years(Years({2020, 2021, 2023, 2028, 2030}))
      .layer({.name = "copper", .unit = "t", .material = true})
      .process("mine", Mine{.reserve = "100"})
      .process("market", Market{.offers = {"mine"}})
      .process("users", Outside{})
      .flow({.from = "mine", .to = "market", .rule = FlowRule::request})
      .flow({.from = "market", .to = "users", .rule = FlowRule::request, .factors = {"16"}});
  const Run run = simulate(builder.build());
  // Lengths of the steps: 1.5, 1.5, 3.5, 3.5, 3.5 years.
  CHECK(distance(run.stock("mine").values, {76.0, 52.0, 0.0, 0.0, 0.0}) <= 1e-12);
  CHECK(distance(run.flow("deposit", "mine").values, {16.0, 16.0, 52.0 / 3.5, 0.0, 0.0}) <= 1e-12);
  CHECK(run.balance().worst <= 1e-14);
}

TEST_CASE("cobalt follows copper: years of surplus, and years of shortage once its host is mined") {
  const Run run = simulate(World().build());
  const std::vector<double> copper = at_country(run.flow("mine", "market"), "DRC");
  std::vector<double> surplus, shortage;
  for (const double host : copper) {
    surplus.push_back(std::max(0.06 * host - 3.0, 0.0));
    shortage.push_back(std::max(3.0 - 0.06 * host, 0.0));
  }
  CHECK(distance(run.flow("cobalt market", "pile").values, surplus) <= 1e-13);
  CHECK(distance(run.flow("shortage", "cobalt market").values, shortage) <= 1e-13);
  CHECK(largest(surplus) > 0.5);
  CHECK(largest(shortage) > 2.5);
}

TEST_CASE("poorer ore means that more of it is moved for the same metal") {
  const Run run = simulate(World().build());
  const std::vector<double> given = at_country(run.flow("mine", "market"), "Chile");
  const std::vector<double> left = at_country(run.stock("mine"), "Chile");
  std::vector<double> ore;
  for (std::size_t year = 0; year < given.size(); ++year) {
    const double mined = 1.0 - (year == 0 ? 900.0 : left[year - 1]) / 900.0;
    ore.push_back(given[year] / (0.9 * 0.01 * (1.0 - 0.4 * mined)));
  }
  CHECK(distance(at_country(run.flow("mine", "heap"), "Chile", "ore"), ore) <= 1e-9);
}

TEST_CASE("mines named in another order give the same, and twice of all gives twice as much") {
  const Run run = simulate(World().build());
  World other;
  other.countries = {"Peru", "Chile", "DRC"};
  const Run reordered = simulate(other.build());
  World doubled;
  doubled.amounts = 2.0;
  const Run twice = simulate(doubled.build());
  for (const char* country : {"Chile", "DRC", "Peru"}) {
    const std::vector<double> given = at_country(run.flow("mine", "market"), country);
    CHECK(distance(at_country(reordered.flow("mine", "market"), country), given) <= 1e-12);
    std::vector<double> of_twice = at_country(twice.flow("mine", "market"), country);
    for (double& one : of_twice) one /= 2.0;
    CHECK(distance(of_twice, given) <= 1e-12);
  }
}

TEST_CASE("samples in lanes give what single runs give, each with its own order of cost") {
  const System system = World().build();
  const Place chile = place("country", "Chile"), drc = place("country", "DRC");
  const std::vector<double> costs{1.0, 2.5, 3.0, 3.5, 6.0}, reserves{90.0, 150.0, 0.0, 400.0, 9e3};
  check_lanes(system, {{"cost", chile, costs}, {"reserve", drc, reserves}});
}

TEST_CASE("a mine that a refinery asks for more than it has is a fault that names the remedy") {
  SystemBuilder builder("no market between");
  builder.years(2020, 2025)
      .layer({.name = "copper", .unit = "t", .material = true})
      .process("mine", Mine{.reserve = "250"})
      .process("refinery", Production{})
      .process("users", Outside{})
      .flow({.from = "mine", .to = "refinery", .rule = FlowRule::request})
      .flow({.from = "refinery", .to = "users", .rule = FlowRule::request, .factors = {"100"}});
  CHECK_THROWS_WITH_AS(
      (void)simulate(builder.build()),
      "process.mine copper: is asked for more than it can give in 2022: 100, must be "
      "asked for at most 50: put a market between, which knows",
      ModelFaults);
}
