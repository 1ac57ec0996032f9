#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "network/by_hand.hpp"

using namespace critflow;

namespace {

/// Scrap first, then a mine that may have a capacity; a user, and perhaps a stockpile.
Drawing metal_market(const Market& rules, const std::string& capacity) {
  Drawing drawing;
  drawing.parameter("scrap")
      .parameter("asked")
      .parameter("capacity")
      .process("scrap", Source{.amount = "scrap"})
      .process("mine", Outside{})
      .process("market", rules)
      .process("user", Outside{})
      .process("pile", Outside{})
      .flow({.from = "scrap", .to = "market"})
      .flow({.from = "mine", .to = "market", .rule = FlowRule::request, .capacity = capacity})
      .flow({.from = "market", .to = "user", .rule = FlowRule::request, .factors = {"asked"}})
      .flow({.from = "market", .to = "pile", .rule = FlowRule::surplus});
  return drawing;
}

const Market scrap_first{.offers = {"scrap", "mine"}, .claims = {{"user"}}};

long clamps(const Network& network) {
  const auto& equations = network.equations.equations();
  return std::count_if(equations.begin(), equations.end(),
                       [](const Equation& one) { return one.clamped; });
}

}  // namespace

TEST_CASE("a market uses what is pushed first, then asks the next") {
  const Network network = metal_market(scrap_first, "").network();
  CHECK(ByHand(network, {{"scrap", 30.0}, {"asked", 100.0}}).flow("mine", "market") == 70.0);
  CHECK(ByHand(network, {{"scrap", 130.0}, {"asked", 100.0}}).flow("mine", "market") == 0.0);
  CHECK(ByHand(network, {{"scrap", 130.0}, {"asked", 100.0}}).flow("market", "pile") == 30.0);
}

TEST_CASE("where the last offer has no limit there is no shortage, and two clamps are enough") {
  const Network network = metal_market(scrap_first, "").network();
  CHECK(clamps(network) == 2);
  CHECK(std::none_of(network.flows.begin(), network.flows.end(),
                     [](const ExpandedFlow& flow) { return flow.role == "shortage"; }));
}

TEST_CASE("what no offer meets is a shortage with a name") {
  const Network network = metal_market(scrap_first, "capacity").network();
  const ByHand hand(network, {{"scrap", 30.0}, {"asked", 100.0}, {"capacity", 50.0}});
  CHECK(hand.flow("mine", "market") == 50.0);
  CHECK(hand.flow("shortage", "market") == 20.0);
  CHECK(hand.flow("market", "pile") == 0.0);
}

TEST_CASE("a claim goes without rather than use an offer beyond the last it is willing to") {
  Market rules{.offers = {"scrap", "mine"}, .claims = {{"user"}, {"stockpile", "scrap"}}};
  const Network network =
      metal_market(rules, "")
          .process("stockpile", Outside{})
          .flow({.from = "market", .to = "stockpile", .rule = FlowRule::request, .factors = {"40"}})
          .network();
  const auto shortage = [&](double scrap) {
    return ByHand(network, {{"scrap", scrap}, {"asked", 100.0}}).flow("shortage", "market");
  };
  CHECK(shortage(150.0) == 0.0);
  CHECK(shortage(125.0) == 15.0);
  CHECK(shortage(60.0) == 40.0);  // the user takes all scrap, and ore: none is left to wish for
}

TEST_CASE("an offer without a capacity must be the last") {
  CHECK(metal_market({.offers = {"mine", "scrap"}}, "").faults().front() ==
        "process.market.offers: stands before others without a capacity: mine, must have a "
        "capacity, or be last");
}

TEST_CASE("every flow at a market must be on its ladder, and every name on it must be a flow") {
  CHECK(metal_market({.offers = {"scrap"}}, "").faults().front() ==
        "process.market.offers: not on the ladder: mine, must be listed");
  CHECK(metal_market({.offers = {"scarp", "mine"}}, "").faults().front() ==
        "process.market.offers: no flow of that name: scarp, must be a process with a flow into "
        "the market; did you mean 'scrap'?");
  CHECK(metal_market({.offers = {"scrap", "mine"}, .claims = {{"usr"}}}, "").faults().front() ==
        "process.market.claims: no flow of that name: usr, must be a process that asks the market; "
        "did you mean 'user'?");
  CHECK(metal_market({.offers = {"scrap", "mine"}, .claims = {{"user", "mines"}}}, "")
            .faults()
            .front() ==
        "process.market.claims: no offer of that name: mines, must be one of the "
        "offers; did you mean 'mine'?");
}

TEST_CASE("surplus that leads nowhere is a fault") {
  Drawing drawing = metal_market(scrap_first, "");
  drawing.description.flows.pop_back();
  CHECK(drawing.faults().front() ==
        "process.market: surplus leads nowhere: market metal, must have a flow with surplus = "
        "true");
}

TEST_CASE("what is left of a production's input may be offered to a market") {
  Drawing drawing;
  const Network network =
      drawing.process("ore", Outside{})
          .process("smelter", Production{.yield = "0.8"})
          .process("copper user", Outside{})
          .process("market", Market{.offers = {"smelter", "ore"}})
          .process("user", Outside{})
          .flow({.from = "ore", .to = "smelter", .rule = FlowRule::request})
          .flow({.from = "smelter",
                 .to = "copper user",
                 .rule = FlowRule::request,
                 .factors = {"80"}})
          .flow({.from = "smelter", .to = "market", .rule = FlowRule::rest})
          .flow({.from = "ore", .to = "market", .rule = FlowRule::request})
          .flow({.from = "market", .to = "user", .rule = FlowRule::request, .factors = {"50"}})
          .flow({.from = "market", .to = "user", .rule = FlowRule::surplus})
          .network();
  CHECK(ByHand(network, {}).flow("ore", "market") == doctest::Approx(30.0));
}

namespace {

const FlowDescription by_share{.from = "mine",
                               .to = "market",
                               .rule = FlowRule::request,
                               .factors = {"share"},
                               .capacity = "capacity"};
const FlowDescription by_cost{.from = "mine",
                              .to = "market",
                              .rule = FlowRule::request,
                              .capacity = "capacity",
                              .cost = "cost"};

/// Three countries that a market asks for 100 t.
Drawing three_countries(FlowDescription flow, const std::string& last_offer = "") {
  const Dimension country{"country", {"Chile", "DRC", "Peru"}};
  Drawing drawing;
  drawing.dimension(country)
      .parameter("share", {country})
      .parameter("capacity", {country})
      .parameter("cost", {country})
      .process("mine", Outside{}, {"country"})
      .process("port", Outside{})
      .process("market", Market{.offers = {"mine", "port"}, .claims = {{"user", last_offer}}})
      .process("user", Outside{})
      .flow(flow)
      .flow({.from = "market", .to = "user", .rule = FlowRule::request, .factors = {"100"}});
  flow.from = "port";
  flow.capacity = "5";
  flow.cost = flow.cost.empty() ? "" : "1";
  flow.factors = flow.factors.empty() ? flow.factors : std::vector<std::string>{"0"};
  return drawing.flow(flow);
}

std::vector<double> given(const Network& network, std::map<std::string, double> values) {
  const ByHand hand(network, std::move(values));
  std::vector<double> amounts;
  for (const int edge : network.flows.front().edges) amounts.push_back(hand.value(edge));
  return amounts;
}

const std::map<std::string, double> shares_and_capacities{
    {"share[Chile]", 0.5},     {"share[DRC]", 0.3},     {"share[Peru]", 0.2},
    {"capacity[Chile]", 20.0}, {"capacity[DRC]", 40.0}, {"capacity[Peru]", 60.0}};

}  // namespace

TEST_CASE("what an offer with a share cannot give, the others give in order") {
  const Network network = three_countries(by_share).network();
  // 20 + 30 + 20 of 50 + 30 + 20; of the 30 left over, 10 fit into the DRC.
  CHECK(given(network, shares_and_capacities) == std::vector<double>{20.0, 40.0, 40.0});
}

TEST_CASE("offers with costs give by cost, equal ones in the order given") {
  const Network network = three_countries(by_cost).network();
  const auto ordered = [&](double chile, double drc, double peru) {
    std::map<std::string, double> values = shares_and_capacities;
    values["cost[Chile]"] = chile;
    values["cost[DRC]"] = drc;
    values["cost[Peru]"] = peru;
    return given(network, values);
  };
  using Given = std::vector<double>;
  CHECK(ordered(9.0, 5.0, 7.0) == Given{0.0, 40.0, 55.0});  // the port, at 1, gives 5
  CHECK(ordered(3.0, 3.0, 3.0) == Given{20.0, 40.0, 35.0});
  CHECK(ordered(0.0, 2.0, 0.5) == Given{20.0, 15.0, 60.0});
}

TEST_CASE("a claim may not end within offers that give by share or by cost") {
  const std::string end = ": mine, must be the last of them, or stand apart from them";
  CHECK(three_countries(by_cost, "mine").faults().front() ==
        "process.market.claims: last offer is ordered by cost among others" + end);
  CHECK(three_countries(by_share, "mine").faults().front() ==
        "process.market.claims: last offer shares what is asked with others" + end);
  CHECK(three_countries(by_share, "port").faults().empty());
}

TEST_CASE("an offer with a cost needs a capacity, and has no share") {
  FlowDescription offer = by_cost;
  offer.capacity.clear();
  CHECK(three_countries(offer).faults().front() ==
        "process.market.offers: has a cost but no limit: mine, must have a capacity");
  offer.factors = {"share"};
  CHECK(three_countries(offer).faults().front() ==
        "flow mine -> market: has a cost: cost, must be asked by a market, without shares, to have "
        "one");
}
