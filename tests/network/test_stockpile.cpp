#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "critflow/network/market.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stockpile.hpp"
#include "network/by_hand.hpp"

using namespace critflow;

namespace {

Drawing reserve(const Stockpile& pile, const std::string& last_offer = "imports") {
  return Drawing()
      .process("imports", Outside{})
      .process("metal", Market{.offers = {"imports", "reserve"},
                               .claims = {{"makers"}, {"reserve", last_offer}}})
      .process("reserve", pile)
      .process("makers", Outside{})
      .flow({.from = "imports", .to = "metal", .rule = FlowRule::request, .capacity = "10"})
      .flow({.from = "reserve", .to = "metal", .rule = FlowRule::request})
      .flow({.from = "metal", .to = "makers", .rule = FlowRule::request, .factors = {"12"}})
      .flow({.from = "metal", .to = "reserve", .rule = FlowRule::request});
}

}  // namespace

TEST_CASE("a stockpile gives what others cannot, up to what it offers") {
  const Network network = reserve({.target = "5"}).network();
  const ByHand hand(network, {{"reserve metal offered", 1.5}, {"reserve metal wanted", 0.0}});
  CHECK(hand.flow("imports", "metal") == 10.0);
  CHECK(hand.flow("reserve", "metal") == 1.5);
  CHECK(hand.flow("shortage", "metal") == 0.5);
}

TEST_CASE("a stockpile goes without what nobody can give, and calls it no shortage") {
  const Network network = reserve({.target = "5"}).network();
  const ByHand hand(network, {{"reserve metal offered", 2.0}, {"reserve metal wanted", 3.0}});
  CHECK(hand.flow("metal", "reserve") == 0.0);
  CHECK(hand.flow("reserve", "metal") == 2.0);
  CHECK(hand.flow("shortage", "metal") == 0.0);
}

TEST_CASE("a stockpile that would fill itself is a fault") {
  CHECK(reserve({.target = "5"}, "").faults().front() ==
        "process.metal.claims: would get back what it offers: reserve, must have a last_offer that "
        "stands before it");
}

TEST_CASE("days are counted of a process within the system") {
  const auto fault = [](const std::string& of) {
    return reserve({.days = "90", .of = of}).faults().front();
  };
  CHECK(fault("import") ==
        "process.reserve.of: unknown process: import, must be a process of the system; did you "
        "mean 'imports'?");
  CHECK(fault("imports") ==
        "process.reserve.of: is outside, where nothing is counted: imports, must be a process "
        "within the system");
}
