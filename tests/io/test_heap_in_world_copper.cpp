#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "critflow/indicator/supply.hpp"
#include "critflow/io/load.hpp"
#include "critflow/network/market.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/series.hpp"
#include "solve/tailings_heap.hpp"

using namespace critflow;

namespace {

System world_copper() { return load(std::filesystem::path(CRITFLOW_SCENARIOS) / "world-copper"); }

/// The copper of the world with a heap in place of the outside that takes tailings and slag.
System world_copper_with_heap(const std::string& retreated) {
  SystemParts parts = world_copper().parts();
  for (ProcessDescription& process : parts.description.processes) {
    if (process.name == "slag") process.kind = TailingsHeap{.retreated = retreated};
    if (process.name == "refined-copper")
      process.kind =
          Market{.offers = {"old-scrap-refining", "new-scrap-refining", "slag", "refining"},
                 .claims = {{.to = "cathode"}}};
  }
  parts.description.flows.push_back({.from = "slag", .to = "refined-copper", .factors = {"0.6"}});
  parts.description.flows.push_back(
      {.from = "slag", .to = "landfill", .rule = FlowRule::rest, .role = "lost"});
  return System(parts);
}

}  // namespace

TEST_CASE("tailings treated again leave more copper in the ground") {
  const Run as_it_is = simulate(world_copper());
  const Run run = simulate(world_copper_with_heap("0.02"));
  const Place in_2050{{{"layer", "copper"}, {"year", "2050"}}};
  CHECK(mined(run).at(in_2050) < mined(as_it_is).at(in_2050));
  CHECK(run.balance().worst <= 1e-12);
}

TEST_CASE("tailings of which nothing is treated again change nothing") {
  const Figures mined_now = mined(simulate(world_copper()));
  const Figures mined_with_heap = mined(simulate(world_copper_with_heap("0")));
  CHECK(distance(mined_with_heap.values, mined_now.values) <= 1e-12 * largest(mined_now.values));
}
