#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "critflow/network/builder.hpp"
#include "critflow/network/market.hpp"
#include "critflow/network/source.hpp"
#include "network/by_hand.hpp"

using namespace critflow;

namespace {

/// A process whose description is a lambda.
template <class Describe>
struct Described {
  Describe says;
  void describe(Builder& builder) const { says(builder); }
};
template <class Describe>
Described(Describe) -> Described<Describe>;

Drawing with(const AnyProcess& kind) {
  Drawing drawing({{.name = "mass", .unit = "t"}, {.name = "cobalt", .unit = "t"}});
  return drawing.dimension({"region", {"NL", "BE", "DE"}})
      .parameter("capacity", {{"region", {"NL", "BE", "DE"}}}, true)
      .parameter("yield", {{"layer", {"mass", "cobalt"}}})
      .process("own", kind, {"region"});
}

}  // namespace

TEST_CASE("a process is described for all its places and layers at once") {
  CHECK(with(Described{[](Builder& builder) {
          builder.outside();
          CHECK(builder.instances() == 3);
          CHECK(builder.layers() == 2);
          CHECK(builder.layer_name(1) == "cobalt");
          CHECK(builder.of_instance("capacity", "capacity").known.size() == 3);
          CHECK(builder.of_layer("yield", "yield").known.size() == 6);
          CHECK(builder.of_layer("yield", "yield").width == 2);
          CHECK(builder.writes_for_layer(0, "released").known.size() == 6);
        }}).faults() == std::vector<std::string>{});
}

TEST_CASE("numbers of a place are taken to each of its layers when multiplied") {
  CHECK(with(Described{[](Builder& builder) {
          builder.outside();
          const Amounts wide = builder.of_layer("yield", "yield");
          const Amounts narrow = builder.of_instance("capacity", "capacity");
          const Amounts product = builder.multiply(narrow, wide);
          CHECK(product.width == 2);
          const Equations& equations = builder.equations();
          CHECK(equations.at(product.known[3]).name == "(yield[cobalt] * capacity[BE])");
          CHECK(equations.at(builder.inverse(narrow).known[2]).name == "(1 / capacity[DE])");
        }}).faults() == std::vector<std::string>{});
}

TEST_CASE("a layer asked for by an unknown name is a fault that says who asked") {
  CHECK(with(Described{[](Builder& builder) {
          builder.outside();
          CHECK(builder.layer("colbat", "lead") == -1);
        }}).faults() ==
        std::vector<std::string>{"process.own.lead: unknown layer: colbat, must be a layer of the "
                                 "process; did you mean 'cobalt'?"});
}

TEST_CASE("what a group is pushed arrives there besides the flows of the drawing") {
  const Network network = with(Described{[](Builder& builder) {
                            const Group in = builder.passes_on();
                            builder.push(in, builder.of_layer("5", "amount"));
                          }})
                              .process("waste", Source{.amount = "2"}, {"region"})
                              .process("end", Outside{}, {"region"})
                              .flow({.from = "waste", .to = "own"})
                              .flow({.from = "own", .to = "end"})
                              .network();
  CHECK(ByHand(network, {}).flow("own", "end") == 3 * 2 * (5.0 + 2.0));
}

TEST_CASE("flows arrive at the entrance and leave by the exit or by the door of their rule") {
  const Network network =
      with(Described{[](Builder& builder) {
        const Group in = builder.passes_on("in");
        const Group done = builder.passes_on("done");
        const Group rest = builder.passes_on("rest");
        builder.entrance(in);
        builder.door(FlowRule::done, done);
        builder.door(FlowRule::rest, rest);
        builder.gate(in, done, rest, builder.of_instance("capacity", "capacity"), "mass");
      }})
          .process("waste", Source{.amount = "2"}, {"region"})
          .process("end", Outside{}, {"region"})
          .process("abroad", Outside{}, {"region"})
          .flow({.from = "waste", .to = "own"})
          .flow({.from = "own", .to = "end", .rule = FlowRule::done})
          .flow({.from = "own", .to = "abroad", .rule = FlowRule::rest})
          .network();
  CHECK(network.edge_name(network.flows[1].edges[0]) == "own.done[NL] mass -> end[NL] mass");
  const ByHand hand(network, {{"capacity[NL]", 1.5}, {"capacity[BE]", 9.0}});
  CHECK(hand.flow("own", "end") == doctest::Approx(2 * 1.5 + 2 * 2.0));
}

TEST_CASE("a stock releases a known amount and a share of what flows in this year") {
  const Network network = with(Described{[](Builder& builder) {
                            const Group stock = builder.stock();
                            const Group out = builder.passes_on("out");
                            builder.exit(out);
                            builder.release(stock, out, builder.writes_for_layer(0, "released"),
                                            builder.of_instance("0.25", "first year"));
                            builder.level(stock, builder.writes_for_layer(1, "held"));
                          }})
                              .process("waste", Source{.amount = "8"}, {"region"})
                              .process("end", Outside{}, {"region"})
                              .flow({.from = "waste", .to = "own"})
                              .flow({.from = "own", .to = "end"})
                              .network();
  const ByHand hand(network, {{"own[NL] mass released", 3.0}});
  CHECK(hand.value(network.flows[1].edges[0]) == 3.0 + 0.25 * 8.0);
  CHECK(hand.value(network.flows[1].edges[1]) == 0.25 * 8.0);
  CHECK(network.stocks.size() == 1);
}

namespace {

/// A deposit of which at most 5 t a year may be taken, and a market that asks it.
Drawing deposit(const std::string& capacity) {
  const Described says{[](Builder& builder) {
    const Group given = builder.answers();
    const Group deposit = builder.stock("deposit");
    builder.throughput(given, builder.of_instance("1.25", "losses"));
    builder.takes(given, deposit, "deposit", "mined");
    builder.offers_at_most(given, builder.writes_for_layer(0, "most"));
    builder.level(deposit, builder.writes_for_layer(1, "left"));
  }};
  return Drawing()
      .process("own", says)
      .process("tailings", Outside{})
      .process("market", Market{.offers = {"own"}})
      .process("user", Outside{})
      .flow({.from = "own", .to = "market", .rule = FlowRule::request, .capacity = capacity})
      .flow({.from = "own", .to = "tailings", .rule = FlowRule::rest})
      .flow({.from = "market", .to = "user", .rule = FlowRule::request, .factors = {"8"}});
}

}  // namespace

TEST_CASE("a market asks a process for no more than it says it offers, nor than the flow carries") {
  const auto given = [](const std::string& capacity, double most) {
    const Network network = deposit(capacity).network();
    return ByHand(network, {{"own metal most", most}}).flow("own", "market");
  };
  CHECK(given("", 5.0) == 5.0);
  CHECK(given("3", 5.0) == 3.0);
  CHECK(given("6", 5.0) == 5.0);
  CHECK(given("20", 10.0) == 8.0);
}

TEST_CASE("what is asked of a process comes out of its stock, losses included, under its role") {
  const Network network = deposit("").network();
  const ByHand hand(network, {{"own metal most", 4.0}});
  CHECK(hand.flow("deposit", "own") == 5.0);
  CHECK(hand.flow("own", "tailings") == 1.0);
  CHECK(network.flows.front().role == "mined");
  CHECK(network.stocks.size() == 1);
}
