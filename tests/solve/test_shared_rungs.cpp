#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/chance.hpp"
#include "solve/series.hpp"

using namespace critflow;

namespace {

constexpr int years = 60;  // each year draws all numbers anew

/// Mines that share what is asked, or give by cost, between scrap that is pushed before them and
/// imports after them. Their slag may come back as scrap.
struct Drawn {
  struct Mine {
    std::string name;
    bool unlimited = false;
    std::vector<double> share{}, capacity{}, cost{};  ///< by year
  };
  bool by_cost = false;
  bool imports = false;
  std::vector<Mine> mines{};
  std::vector<double> scrap{}, asked{}, import_capacity{};
  double yield = 1.0;     ///< of the mines
  double returned = 0.0;  ///< of their slag
};

std::vector<double> every_year(Chance& chance, double most) {
  std::vector<double> drawn;
  for (int year = 0; year < years; ++year)
    drawn.push_back(chance.happens(0.15) ? 0.0 : chance.between(0.0, most));
  return drawn;
}

Drawn drawn_market(Chance& chance, bool by_cost, bool loops) {
  Drawn drawn{.by_cost = by_cost, .imports = chance.happens(0.5)};
  const auto mines = static_cast<std::size_t>(2 + chance.below(4));
  for (std::size_t m = 0; m < mines; ++m)
    drawn.mines.push_back({.name = "mine " + std::to_string(m),
                           .unlimited = !by_cost && !drawn.imports && chance.happens(0.2),
                           .share = every_year(chance, 1.0),
                           .capacity = every_year(chance, 30.0),
                           .cost = every_year(chance, 5.0)});
  for (std::size_t year = 0; year < years; ++year) {
    double sum = 0.0;
    for (const Drawn::Mine& mine : drawn.mines) sum += mine.share[year];
    for (Drawn::Mine& mine : drawn.mines) {
      mine.share[year] = sum > 0.0 ? mine.share[year] / sum : 1.0 / static_cast<double>(mines);
      mine.cost[year] = std::floor(mine.cost[year]);  // equal ones are met
    }
  }
  drawn.scrap = every_year(chance, 30.0);
  drawn.asked = every_year(chance, 90.0);
  drawn.import_capacity = every_year(chance, 20.0);
  if (loops) drawn.yield = chance.between(0.5, 1.0);
  if (loops) drawn.returned = chance.between(0.2, 0.9);
  return drawn;
}

void add_mine(SystemBuilder& builder, const Drawn& drawn, const Drawn::Mine& mine) {
  FlowDescription offer{.from = mine.name, .to = "market", .rule = FlowRule::request};
  builder.process(mine.name, Production{.yield = shown(drawn.yield)})
      .flow({.from = "ground", .to = mine.name, .rule = FlowRule::request})
      .flow({.from = mine.name, .to = "slag", .rule = FlowRule::rest});
  if (!mine.unlimited) {
    offer.capacity = mine.name + " capacity";
    builder.parameter(offer.capacity, "t/a", table(2000, mine.capacity));
  }
  if (drawn.by_cost) {
    offer.cost = mine.name + " cost";
    builder.parameter(offer.cost, "EUR/t", table(2000, mine.cost));
  } else {
    offer.factors = {mine.name + " share"};
    builder.parameter(offer.factors.front(), "1", table(2000, mine.share));
  }
  builder.flow(offer);
}

System system_of(const Drawn& drawn) {
  SystemBuilder builder("shares and costs");
  Market market{.offers = {"scrap", "slag"}};
  builder.years(2000, 2000 + years - 1)
      .layer({.name = "metal", .unit = "t", .material = true})
      .process("ground", Outside{})
      .process("user", Outside{})
      .process("dump", Outside{})
      .process("slag", Treatment{})
      .process("scrap", Source{.amount = "scrap"})
      .parameter("scrap", "t/a", table(2000, drawn.scrap))
      .parameter("asked", "t/a", table(2000, drawn.asked))
      .flow({.from = "scrap", .to = "market"})
      .flow({.from = "slag", .to = "market", .factors = {shown(drawn.returned)}})
      .flow({.from = "slag", .to = "dump", .rule = FlowRule::rest})
      .flow({.from = "market", .to = "dump", .rule = FlowRule::surplus})
      .flow({.from = "market", .to = "user", .rule = FlowRule::request, .factors = {"asked"}});
  for (const Drawn::Mine& mine : drawn.mines) {
    market.offers.push_back(mine.name);
    add_mine(builder, drawn, mine);
  }
  if (drawn.imports) {
    market.offers.push_back("imports");
    builder.process("imports", Outside{})
        .parameter("import capacity", "t/a", table(2000, drawn.import_capacity))
        .flow({.from = "imports",
               .to = "market",
               .rule = FlowRule::request,
               .capacity = "import capacity"});
  }
  return builder.process("market", market).build();
}

/// A year by hand: what each mine gives of what is wanted of all of them.
std::vector<double> given_by_hand(const Drawn& drawn, std::size_t year, double wanted) {
  std::vector<double> given(drawn.mines.size(), 0.0);
  std::vector<std::size_t> order;
  for (std::size_t m = 0; m < given.size(); ++m) order.push_back(m);
  if (drawn.by_cost)
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return drawn.mines[a].cost[year] < drawn.mines[b].cost[year];
    });
  const auto most = [&](std::size_t m) {
    return drawn.mines[m].unlimited ? 1e9 : drawn.mines[m].capacity[year];
  };
  double left = wanted;
  for (const std::size_t m : order) {
    if (drawn.by_cost) continue;
    given[m] = std::min(wanted * drawn.mines[m].share[year], most(m));
    left -= given[m];
  }
  for (const std::size_t m : order) {
    const double more = std::min(left, most(m) - given[m]);
    given[m] += more;
    left -= more;
  }
  return given;
}

double worst_of(const Drawn& drawn) {
  const Run run = simulate(system_of(drawn));
  double worst = run.balance().worst;
  std::vector<std::vector<double>> got;
  for (const Drawn::Mine& mine : drawn.mines) got.push_back(run.flow(mine.name, "market").values);
  for (std::size_t year = 0; year < years; ++year) {
    std::vector<double> given(drawn.mines.size(), 0.0);
    double slag = 0.0;
    for (int repeat = 0; repeat < 400; ++repeat) {
      given =
          given_by_hand(drawn, year, std::max(0.0, drawn.asked[year] - drawn.scrap[year] - slag));
      slag = 0.0;
      for (const double one : given) slag += one * (1.0 / drawn.yield - 1.0) * drawn.returned;
    }
    for (std::size_t m = 0; m < given.size(); ++m) {
      worst = std::max(worst, std::abs(got[m][year] - given[m]));
      if (got[m][year] < 0.0) worst = std::max(worst, 1.0);  // a flow is never negative
    }
  }
  return worst;
}

double worst_of_draws(std::uint64_t seed, int draws, bool by_cost, bool loops) {
  Chance chance(seed);
  double worst = 0.0;
  for (int draw = 0; draw < draws; ++draw)
    worst = std::max(worst, worst_of(drawn_market(chance, by_cost, loops)));
  return worst;
}

}  // namespace

TEST_CASE("a thousand rungs of shares under capacities give what a hand gives that refills them") {
  CHECK(worst_of_draws(11, 17, false, false) <= 1e-12);
}

TEST_CASE("two thousand whose mines return slag to the market do too") {
  CHECK(worst_of_draws(12, 34, false, true) <= 1e-12);
}

TEST_CASE("a thousand rows of mines give as a hand does that takes the cheaper first") {
  CHECK(worst_of_draws(13, 17, true, false) <= 1e-12);
}

TEST_CASE("two thousand whose mines return slag to the market give so too") {
  CHECK(worst_of_draws(14, 34, true, true) <= 1e-12);
}
