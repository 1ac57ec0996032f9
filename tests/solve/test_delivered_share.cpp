#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/lanes_alone.hpp"
#include "solve/series.hpp"

using namespace critflow;

namespace {

constexpr std::size_t years = 50;  // each year draws all amounts anew

const std::array<std::string, 2> metals{"lithium", "cobalt"};
const std::array<std::string, 2> products{"cars", "phones"};
const std::array<std::string, 2> regions{"EU", "US"};

/// Cars and phones in two regions, made of two metals from one market of the world: mines with a
/// capacity, and before them the new scrap of both makers. Cars are served first, then grids, then
/// phones.
struct Drawn {
  using ByYear = std::vector<double>;
  std::array<std::array<ByYear, 2>, 2> asked{};    ///< [product][region]
  std::array<std::array<double, 2>, 2> content{};  ///< [product][metal]
  std::array<std::array<double, 2>, 2> yield{};    ///< [product][metal]
  std::array<ByYear, 2> capacity{}, grids{};       ///< [metal]
  double returned = 0.0;                           ///< of new scrap

  explicit Drawn(Chance& chance) : returned(chance.between(0.3, 0.95)) {
    for (std::size_t p = 0; p < 2; ++p)
      for (std::size_t k = 0; k < 2; ++k) {
        asked[p][k] = some(chance, 20.0);
        content[p][k] = chance.happens(0.1) ? 0.0 : chance.between(0.1, 3.0);
        yield[p][k] = chance.between(0.6, 1.0);
      }
    for (std::size_t m = 0; m < 2; ++m) {
      capacity[m] = some(chance, 120.0);
      grids[m] = some(chance, 30.0);
    }
  }

  static ByYear some(Chance& chance, double most) {
    ByYear drawn;
    for (std::size_t year = 0; year < years; ++year)
      drawn.push_back(chance.happens(0.1) ? 0.0 : chance.between(0.0, most));
    return drawn;
  }

  [[nodiscard]] Drawn doubled() const {
    Drawn twice = *this;
    const auto scale = [](ByYear& all) {
      for (double& one : all) one *= 2.0;
    };
    for (std::size_t k = 0; k < 2; ++k) {
      for (ByYear& one : twice.asked[k]) scale(one);
      scale(twice.capacity[k]);
      scale(twice.grids[k]);
    }
    return twice;
  }

  [[nodiscard]] System system(const std::string& first_region = "EU") const {
    SystemBuilder builder("two products of two metals");
    builder.years(2000, 2000 + static_cast<int>(years) - 1)
        .dimension("region", {first_region, first_region == "EU" ? "US" : "EU"})
        .process("ore", Outside{})
        .process("mine", Production{})
        .process("scrap", Treatment{})
        .process("grids", Outside{})
        .process("lost", Outside{})
        .process("metal",
                 Market{.offers = {"scrap", "mine"}, .claims = {{"cars"}, {"grids"}, {"phones"}}});
    for (std::size_t m = 0; m < 2; ++m) {
      builder.layer({.name = metals[m], .unit = "t", .material = true});
      builder.parameter("capacity", "t/a", place("material", metals[m]), table(2000, capacity[m]))
          .parameter("grids", "t/a", place("material", metals[m]), table(2000, grids[m]));
    }
    builder.flow({.from = "ore", .to = "mine", .rule = FlowRule::request})
        .flow({.from = "mine", .to = "metal", .rule = FlowRule::request, .capacity = "capacity"})
        .flow({.from = "metal", .to = "grids", .rule = FlowRule::request, .factors = {"grids"}})
        .flow({.from = "metal", .to = "lost", .rule = FlowRule::surplus})
        .flow({.from = "scrap", .to = "metal", .factors = {shown(returned)}})
        .flow({.from = "scrap", .to = "lost", .rule = FlowRule::rest});
    for (std::size_t p = 0; p < 2; ++p) add_product(builder, p);
    return builder.build();
  }

  void add_product(SystemBuilder& builder, std::size_t p) const {
    const std::string& name = products[p];
    for (std::size_t k = 0; k < 2; ++k)
      builder
          .parameter(name + " asked", "t/a", place("region", regions[k]), table(2000, asked[p][k]))
          .parameter(name + " content", "1", place("material", metals[k]), content[p][k])
          .parameter(name + " yield", "1", place("material", metals[k]), yield[p][k]);
    builder
        .process(
            name,
            Production{.yield = name + " yield", .shortage = Production::Shortage::deliver_less},
            {"region"})
        .process(name + " users", Outside{}, {"region"})
        .flow({.from = name,
               .to = name + " users",
               .rule = FlowRule::request,
               .factors = {name + " asked", name + " content"}})
        .flow({.from = "metal", .to = name, .rule = FlowRule::request, .sum = {"region"}})
        .flow({.from = name, .to = "scrap", .rule = FlowRule::rest, .sum = {"region"}});
  }
};

/// A year by hand: what each may have of what the scrap of the round before allows, again and
/// again.
struct Hand {
  std::array<std::array<double, 2>, 2> share{{{1.0, 1.0}, {1.0, 1.0}}};  ///< [product][region]
  std::array<double, 2> scrap{}, missing{};                              ///< [metal]
  double moved = 1.0;

  Hand(const Drawn& drawn, std::size_t year) {
    for (int round = 0; round < 3000 && moved > 0.0; ++round) go_round(drawn, year);
  }

  static double needs(const Drawn& drawn, std::size_t year, std::size_t p, std::size_t k,
                      std::size_t m) {
    return drawn.asked[p][k][year] * drawn.content[p][m] / drawn.yield[p][m];
  }

  void go_round(const Drawn& drawn, std::size_t year) {
    std::array<double, 2> left{scrap[0] + drawn.capacity[0][year],
                               scrap[1] + drawn.capacity[1][year]};
    moved = 0.0;
    for (std::size_t p = 0; p < 2; ++p) {
      serve(drawn, year, p, left);
      for (std::size_t m = 0; m < 2 && p == 0; ++m) {
        missing[m] = std::max(drawn.grids[m][year] - std::max(left[m], 0.0), 0.0);
        left[m] = std::max(left[m] - drawn.grids[m][year], 0.0);
      }
    }
    for (std::size_t m = 0; m < 2; ++m) {
      double back = 0.0;
      for (std::size_t p = 0; p < 2; ++p)
        for (std::size_t k = 0; k < 2; ++k)
          back += drawn.returned * (1.0 - drawn.yield[p][m]) * share[p][k] *
                  needs(drawn, year, p, k, m);
      moved = std::max(moved, std::abs(back - scrap[m]));
      scrap[m] += 0.7 * (back - scrap[m]);
    }
  }

  void serve(const Drawn& drawn, std::size_t year, std::size_t p, std::array<double, 2>& left) {
    share[p] = {1.0, 1.0};
    for (std::size_t m = 0; m < 2; ++m) {
      const double all = needs(drawn, year, p, 0, m) + needs(drawn, year, p, 1, m);
      for (std::size_t k = 0; k < 2; ++k)
        if (needs(drawn, year, p, k, m) > 0.0)
          share[p][k] = std::min(share[p][k], std::max(left[m], 0.0) / all);
    }
    for (std::size_t m = 0; m < 2; ++m)
      for (std::size_t k = 0; k < 2; ++k) left[m] -= share[p][k] * needs(drawn, year, p, k, m);
  }
};

double of(const Figures& figures, std::size_t year, const std::string& metal,
          const std::string& region = "") {
  Place at{{{"year", std::to_string(2000 + year)}, {"layer", metal}}};
  if (!region.empty()) at.at.push_back({"region", region});
  return figures.at(at);
}

double worst_of(const Run& run, const Drawn& drawn) {
  double worst = 0.0;
  for (std::size_t year = 0; year < years; ++year) {
    const Hand hand(drawn, year);
    for (std::size_t m = 0; m < 2; ++m) {
      const auto compare = [&](double got, double expected) {
        worst = std::max(worst, std::abs(got - expected));
      };
      compare(of(run.flow("scrap", "metal"), year, metals[m]), hand.scrap[m]);
      compare(of(run.flow("shortage", "metal"), year, metals[m]), hand.missing[m]);
      for (std::size_t p = 0; p < 2; ++p)
        for (std::size_t k = 0; k < 2; ++k)
          compare(of(run.flow(products[p], products[p] + " users"), year, metals[m], regions[k]),
                  drawn.asked[p][k][year] * drawn.content[p][m] * hand.share[p][k]);
    }
  }
  return worst;
}

}  // namespace

TEST_CASE("two thousand years of two products and two metals, new scrap coming back, as by hand") {
  Chance chance(7);
  double worst = 0.0, balance = 0.0;
  for (int draw = 0; draw < 40; ++draw) {
    const Drawn drawn(chance);
    const Run run = simulate(drawn.system());
    worst = std::max(worst, worst_of(run, drawn));
    balance = std::max(balance, run.balance().worst);
    CHECK(run.uniqueness().weakest > Certificate::none);
  }
  MESSAGE(worst);
  CHECK(worst <= 1e-12);
  CHECK(balance <= 1e-13);
}

TEST_CASE("what is delivered does not depend on the order of names, and twice of all gives twice") {
  Chance chance(8);
  const Drawn drawn(chance);
  const Run run = simulate(drawn.system()), twice = simulate(drawn.doubled().system());
  const Run reordered = simulate(drawn.system("US"));
  for (const std::string& product : products)
    for (const std::string& region : regions) {
      const auto given = [&](const Run& of) {
        return of.flow(product, product + " users").select("region", region).values;
      };
      std::vector<double> doubled = given(run);
      for (double& one : doubled) one *= 2.0;
      CHECK(given(twice) == doubled);
      CHECK(distance(given(reordered), given(run)) <= 1e-12);
    }
}

TEST_CASE("samples in lanes deliver what single runs deliver, to the bit") {
  Chance chance(9);
  const System system = Drawn(chance).system();
  const std::vector<double> asked{0.0, 5.0, 11.0, 18.0, 60.0}, contents{1.0, 0.0, 2.5, 0.3, 4.0};
  const Place eu = place("region", "EU"), cobalt = place("material", "cobalt");
  check_lanes(system, {{"cars asked", eu, asked}, {"phones content", cobalt, contents}});
}

TEST_CASE(
    "a maker that delivers less leaves no shortage, and what is missed stands in the clamps") {
  Chance chance(10);
  const Drawn drawn(chance);
  const Run run = simulate(drawn.system());
  double most = 0.0;
  for (const ClampYear& clamp : run.clamps()) {
    CHECK(clamp.name != "shortage of cars");
    if (clamp.name != "missed" || clamp.process != "cars") continue;
    const auto year = static_cast<std::size_t>(clamp.year - 2000);
    const std::string region = clamp.place.item("region");
    const std::size_t k = region == "EU" ? 0 : 1, m = clamp.layer == "lithium" ? 0 : 1;
    const double asked = drawn.asked[0][k][year] * drawn.content[0][m];
    const double got = of(run.flow("cars", "cars users"), year, clamp.layer, region);
    CHECK(clamp.value == doctest::Approx(asked - got).epsilon(1e-12));
    CHECK((clamp.state == ClampState::at_low) == (clamp.value <= 1e-10));
    most = std::max(most, clamp.value);
  }
  CHECK(most > 1.0);
}
