#include <doctest/doctest.h>

#include <vector>

#include "critflow/network/stock_process.hpp"
#include "critflow/solve/reading.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/sorting.hpp"

using namespace critflow;

namespace {

using Values = std::vector<double>;

/// Five tonnes a year enter and last three years.
System hoard() {
  return SystemBuilder("hoard")
      .years(2000, 2003)
      .layer({.name = "metal", .unit = "t"})
      .parameter("mean", "a", 3.0)
      .parameter("sd", "a", 1.0)
      .lifetime({.name = "life", .first = "mean", .second = "sd"})
      .process("sales", Source{.amount = "5"})
      .process("hoard", StockProcess{.lifetime = "life"})
      .process("waste", Outside{})
      .flow({.from = "sales", .to = "hoard"})
      .flow({.from = "hoard", .to = "waste", .role = "waste"})
      .build();
}

}  // namespace

TEST_CASE("a flow is read summed over its dimensions, in the years asked for") {
  const System system = sorting();
  const Plan plan(system);
  Reading reading(plan, system);
  CHECK(reading.flow("waste", "sorting", {"metal", {}, {2001, 2000}}) == 0);
  CHECK(reading.flow("waste", "sorting", {"metal", place("region", "BE")}) == 2);
  CHECK(reading.cells() == 4);
  CHECK(reading.of(simulate(plan, system)) == Values{21.0, 11.0, 1.0, 1.0});
}

TEST_CASE("what enters a stock, is in it and leaves it is read as a run tells it") {
  const System system = hoard();
  const Plan plan(system);
  const Run run = simulate(plan, system);
  Reading reading(plan, system);
  reading.stock("hoard", {"metal"});
  reading.inflow("hoard", {"metal"});
  reading.outflow("hoard", {"metal"});
  reading.role("waste", {"metal"});
  Values expected;
  for (const Figures& one :
       {run.stock("hoard"), run.inflow("hoard"), run.outflow("hoard"), run.flow("hoard", "waste")})
    expected.insert(expected.end(), one.values.begin(), one.values.end());
  CHECK(reading.of(run) == expected);
}

TEST_CASE("flows and stocks that have no name together are summed by their positions") {
  const System system = hoard();
  const Plan plan(system);
  const Run run = simulate(plan, system);
  Reading reading(plan, system);
  reading.sum({.edges = {0, 1}, .levels = {0}}, {2002});
  CHECK(reading.of(run).front() == run.flow("sales", "hoard").values[2] +
                                       run.flow("hoard", "waste").values[2] +
                                       run.stock("hoard").values[2]);
}

TEST_CASE("what a run does not have is refused with the nearest name") {
  const System system = sorting();
  Reading reading{Plan(system), system};
  CHECK_THROWS_WITH_AS(reading.flow("waste", "sortin", {"metal"}),
                       "flow: unknown flow: waste -> sortin, must be one of the system; did you "
                       "mean 'waste -> sorting'?",
                       InvalidValue);
  CHECK_THROWS_WITH_AS(reading.flow("waste", "sorting", {"metl"}),
                       "waste -> sorting: unknown layer: metl, must be of the system; did you mean "
                       "'metal'?",
                       InvalidValue);
  CHECK_THROWS_WITH_AS(reading.flow("waste", "sorting", {"metal", {}, {1999}}),
                       "reading: unknown year: 1999, must be a year of the run", InvalidValue);
  CHECK_THROWS_WITH_AS(reading.flow("waste", "sorting", {"metal", place("product", "car")}),
                       "waste -> sorting: does not vary: product, must have the dimension that is "
                       "fixed",
                       InvalidValue);
  CHECK_THROWS_WITH_AS(reading.flow("waste", "sorting", {"metal", place("region", "NLL")}),
                       "waste -> sorting: unknown item: NLL, must be of the dimension region",
                       InvalidValue);
  CHECK_THROWS_AS(reading.role("wast", {"metal"}), InvalidValue);
  CHECK_THROWS_AS(reading.stock("sorting", {"metal"}), InvalidValue);
}
