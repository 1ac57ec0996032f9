#include <doctest/doctest.h>

#include "critflow/network/builder.hpp"
#include "critflow/network/process.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/network/treatment.hpp"

using namespace critflow;

namespace {

struct NoProcess {};

}  // namespace

static_assert(Process<Treatment> && Process<StockProcess>);
static_assert(!Process<NoProcess>);
static_assert(RemembersYears<StockProcess>);
static_assert(!RemembersYears<Treatment>);

TEST_CASE("any process tells what it is") {
  const AnyProcess any = Source{.amount = "waste"};
  REQUIRE(any.as<Source>() != nullptr);
  CHECK(any.as<Source>()->amount == "waste");
  CHECK(any.as<Treatment>() == nullptr);
}

TEST_CASE("only a process that remembers years has a memory, one for each run") {
  CHECK(AnyProcess(Treatment{}).memory<double>() == nullptr);
  const AnyProcess stock = StockProcess{};
  const auto one = stock.memory<double>(), other = stock.memory<double>();
  REQUIRE(one != nullptr);
  CHECK(one != other);
  CHECK(stock.memory<Lanes>() != nullptr);
}

TEST_CASE("a copy of a process shares it") {
  const AnyProcess any = Source{.amount = "waste"};
  const AnyProcess copy = any;
  CHECK(copy.as<Source>() == any.as<Source>());
}
