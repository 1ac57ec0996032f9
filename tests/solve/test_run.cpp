#include <doctest/doctest.h>

#include <algorithm>

#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/run.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/crm4.hpp"
#include "solve/series.hpp"

using namespace critflow;

namespace {

const Run& run() {
  static const Run made = simulate(crm4::system());
  return made;
}

}  // namespace

TEST_CASE("a flow has the year, the dimensions of its ends and its layers, with units") {
  const Figures placed = run().flow("manufacture", "use");
  std::vector<std::string> names;
  for (const Dimension& dimension : placed.dimensions) names.push_back(dimension.name);
  CHECK(names == std::vector<std::string>{"year", "region", "product", "layer"});
  CHECK(placed.dimensions[3].items == crm4::metals);
  CHECK(placed.units == std::vector<std::string>(4, "t/a"));
  CHECK(placed.values.size() == 61 * 3 * 4 * 4);
}

TEST_CASE("a stock is in the units of its layers, and changes by inflow less outflow") {
  const Figures stock = run().stock("use"), in = run().inflow("use"), out = run().outflow("use");
  CHECK(stock.units == std::vector<std::string>{"units", "t", "t", "t", "t"});
  CHECK(in.units.front() == "units/a");
  const std::size_t cells = 3 * 4 * 5;
  double worst = 0.0;
  for (std::size_t i = cells; i < stock.values.size(); ++i)
    worst = std::max(
        worst, std::abs(stock.values[i] - stock.values[i - cells] - in.values[i] + out.values[i]));
  CHECK(worst <= 1e-12 * largest(stock.values));
}

TEST_CASE("flows are found by their role, one for each of the drawing") {
  CHECK(run().flows_by_role("lost").size() == 4);
  CHECK(run().flows_by_role("primary").front().name == "refining -> market");
  CHECK(run().flows_by_role("hoarded").empty());
  CHECK_THROWS_WITH_AS((void)run().flows_by_role("colected"),
                       "role: unknown role: colected, must be one of the system; did you mean "
                       "'collected'?",
                       InvalidValue);
}

TEST_CASE("unknown flows and stocks come with the nearest") {
  CHECK_THROWS_WITH_AS((void)run().flow("use", "colection"),
                       "flow: unknown flow: use -> colection, must be one of the system; did you "
                       "mean 'use -> collection'?",
                       InvalidValue);
  CHECK_THROWS_WITH_AS((void)run().stock("uses"),
                       "stock: unknown stock: uses, must be one of the system; did you mean "
                       "'use'?",
                       InvalidValue);
}

TEST_CASE("a run knows its flows and stocks, its time and its system") {
  const auto names = run().flow_names();
  CHECK(std::count(names.begin(), names.end(),
                   std::pair<std::string, std::string>("recycling", "market")) == 1);
  CHECK(run().stock_names() == std::vector<std::string>{"use"});
  CHECK(run().seconds() > 0.0);
  CHECK(run().system().description().name == "crm4");
}

namespace {

/// Ten tonnes sorted in one region: what is sorted goes to the same plant by two flows.
SystemBuilder sorted_twice() {
  return SystemBuilder("sorting")
      .layer({.name = "metal", .unit = "t"})
      .dimension("region", {"NL"})
      .dimension("partner", {"NL"})
      .parameter("partners", "1", {{{"region", "NL"}, {"partner", "NL"}}}, 1.0)
      .process("waste", Source{.amount = "10"}, {"region"})
      .process("sorting", Treatment{}, {"region"})
      .process("plant", Treatment{}, {"region"})
      .process("end", Outside{})
      .flow({.from = "waste", .to = "sorting"})
      .flow({.from = "sorting", .to = "plant", .factors = {"0.25"}, .role = "collected"})
      .flow({.from = "plant", .to = "end"});
}

}  // namespace

TEST_CASE("several flows between two processes are summed, and found one by one by their roles") {
  const Run sorted = simulate(
      sorted_twice()
          .flow({.from = "sorting", .to = "plant", .rule = FlowRule::rest, .role = "waste"})
          .build());
  CHECK(sorted.flow("sorting", "plant").values.front() == 10.0);
  CHECK(sorted.flow_names().size() == 3);
  CHECK(sorted.roles_between("sorting", "plant") == std::vector<std::string>{"collected", "waste"});
  CHECK(sorted.flows_by_role("collected").front().values.front() == 2.5);
}

TEST_CASE("flows that differ in dimensions are summed over those that not all of them have") {
  const Run sorted = simulate(sorted_twice()
                                  .flow({.from = "sorting",
                                         .to = "plant",
                                         .rule = FlowRule::rest,
                                         .split = "partners",
                                         .sum = {"region"},
                                         .as = {{"region", "partner"}}})
                                  .build());
  const Figures both = sorted.flow("sorting", "plant");
  CHECK(both.dimensions.size() == 3);
  CHECK(both.at({{{"year", "2000"}, {"region", "NL"}, {"layer", "metal"}}}) == 10.0);
}
