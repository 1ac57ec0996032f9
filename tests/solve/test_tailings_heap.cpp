#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "critflow/network/process.hpp"
#include "critflow/network/source.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/lanes_alone.hpp"
#include "solve/series.hpp"
#include "solve/tailings_heap.hpp"

using namespace critflow;

static_assert(RemembersYears<TailingsHeap>);

namespace {

System heap_of(double slag) {
  return SystemBuilder("heap")
      .years(2000, 2039)
      .layer({.name = "copper", .unit = "t"})
      .layer({.name = "cobalt", .unit = "t"})
      .parameter("slag", "t/a", place("layer", "copper"), slag)
      .parameter("slag", "t/a", place("layer", "cobalt"), slag / 50.0)
      .parameter("share", "1", 0.05)
      .process("smelter", Source{.amount = "slag"})
      .process("slag", TailingsHeap{.retreated = "share"})
      .process("plant", Outside{})
      .flow({.from = "smelter", .to = "slag"})
      .flow({.from = "slag", .to = "plant"})
      .build();
}

}  // namespace

TEST_CASE("a heap of which a share is treated again grows towards inflow over share") {
  const Run run = simulate(heap_of(100.0));
  for (int year = 0; year < 40; ++year) {
    const double lies = 100.0 / 0.05 * (1.0 - std::pow(0.95, year + 1));
    const std::string in = std::to_string(2000 + year);
    CHECK(run.stock("slag").at({{{"layer", "copper"}, {"year", in}}}) == doctest::Approx(lies));
    CHECK(run.stock("slag").at({{{"layer", "cobalt"}, {"year", in}}}) ==
          doctest::Approx(lies / 50.0));
  }
  CHECK(run.balance().worst <= 1e-14);
}

TEST_CASE("a heap in lanes is the run on its own, to the bit") {
  const System system = heap_of(70.0);
  const std::vector<double> shares{0.0, 0.03, 0.4, 1.0};
  check_lanes(system, {{"share", {}, shares}});
}
