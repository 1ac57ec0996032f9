#include <doctest/doctest.h>

#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "network/by_hand.hpp"

using namespace critflow;

namespace {

Drawing driven(StockProcess use) {
  Drawing drawing({{.name = "units", .unit = "units", .conserved = false},
                   {.name = "cobalt", .unit = "t", .material = true}});
  drawing.description.lifetimes = {{.name = "life", .first = "4", .second = "2"}};
  use.lead = "units";
  if (use.lifetime.empty()) use.lifetime = "life";
  return drawing.dimension({"chemistry", {"NMC", "LFP"}})
      .parameter("sales", {}, true)
      .parameter("split", {{"chemistry", {"NMC", "LFP"}}})
      .parameter("content", {{"chemistry", {"NMC", "LFP"}}})
      .process("maker", Outside{}, {"chemistry"}, {"cobalt"})
      .process("use", use, {"chemistry"})
      .process("waste", Outside{}, {"chemistry"})
      .flow({.from = "maker", .to = "use", .rule = FlowRule::request})
      .flow({.from = "use", .to = "waste"});
}

const StockProcess sold{.driver = StockProcess::Driver::inflow,
                        .driver_parameter = "sales",
                        .split = "split",
                        .content = {{"material", {"content"}}}};

}  // namespace

TEST_CASE("a driven stock asks for what each layer holds per unit, variant by variant") {
  const Network network = driven(sold).network();
  const ByHand hand(
      network,
      {{"sales", 100.0}, {"split[NMC]", 0.7}, {"split[LFP]", 0.3}, {"content[NMC]", 0.02}});
  CHECK(hand.value(network.flows[0].edges[0]) == doctest::Approx(1.4));
  CHECK(hand.value(network.flows[0].edges[1]) == 0.0);
}

TEST_CASE("a service layer that no flow carries enters a driven stock all the same") {
  const Network network = driven(sold).network();
  REQUIRE(network.stocks.size() == 1);
  const ByHand hand(network, {{"sales", 100.0}, {"split[NMC]", 0.7}});
  const Vertex& units = network.vertices[static_cast<std::size_t>(network.stocks[0].vertices[0])];
  REQUIRE(units.inputs.size() == 1);
  CHECK(hand.value(units.inputs.front()) == doctest::Approx(70.0));
}

TEST_CASE("what comes as a part of units is a multiple of them, unless it changes with the years") {
  const auto leader_of_cobalt = [](Drawing drawing) {
    const Network network = drawing.network();
    for (const Rememberer::Port& port : network.rememberers.front().ports)
      if (port.multiples_of >= 0) return port.leader.at(1);
    return -1;
  };
  constexpr int units = 0, cobalt = 1;
  CHECK(leader_of_cobalt(driven(sold)) == units);

  StockProcess changing = sold;
  changing.content = {{"material", {"content", "size"}}};
  CHECK(leader_of_cobalt(driven(changing).parameter("size", {}, true)) == cobalt);
}

TEST_CASE("a layer without content, an unknown lifetime, an unknown parameter are faults") {
  StockProcess use = sold;
  use.content.clear();
  CHECK(driven(use).faults().front() ==
        "process.use.content: no content for layer: cobalt, must be given for every layer of the "
        "process");
  use = sold;
  use.lifetime = "lief";
  CHECK(driven(use).faults().front() ==
        "process.use.lifetime: unknown lifetime: lief, must be a lifetime of the system; did you "
        "mean 'life'?");
  use = sold;
  use.driver_parameter = "slaes";
  CHECK(driven(use).faults().front() ==
        "process.use.driver: unknown parameter: slaes, must be a parameter of the system; did you "
        "mean 'sales'?");
}

TEST_CASE("who pushes into a driven stock is told") {
  CHECK(driven(sold)
            .process("gift", Source{.amount = "1"}, {"chemistry"})
            .flow({.from = "gift", .to = "use"})
            .faults()
            .front() ==
        "flow gift -> use: is driven, but 'gift' pushes into it: use, must ask for "
        "its inflow, or have no driver");
}

TEST_CASE("cohorts of an initial stock are every year before the first") {
  StockProcess use = sold;
  use.initial.stock = "before";
  Drawing drawing = driven(use);
  drawing.description.years = Years(2000, 2010);
  drawing.parameter("before", {{"cohort", {"1997", "1999"}}});
  CHECK(drawing.faults().front() ==
        "process.use.initial.stock: cohorts are not every year before the first: 1997, must be "
        "1998");
}

TEST_CASE("a stock whose units do not come with what is delivered in part is a fault") {
  Drawing drawing = driven(sold);
  drawing.description.processes.front().kind =
      Production{.shortage = Production::Shortage::deliver_less};
  CHECK(drawing.faults().front() ==
        "process.use: is counted in a layer that 'maker', which may deliver less, does not have: "
        "units, must be a layer of 'maker' too");
}

TEST_CASE("what is missed by a stock that asks for nothing is a fault") {
  Drawing drawing =
      driven({.content = {{"material", {"content"}}}, .missed = StockProcess::Missed::lost});
  CHECK(drawing.faults().front() ==
        "process.use.missed: nothing is asked, must stand with a driver");
}
