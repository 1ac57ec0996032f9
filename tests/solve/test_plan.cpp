#include <doctest/doctest.h>

#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/plan.hpp"
#include "critflow/solve/simulate.hpp"

using namespace critflow;

namespace {

SystemBuilder wheel(const std::string& share) {
  return SystemBuilder("wheel")
      .layer({.name = "metal", .unit = "t"})
      .parameter("returned", "1", 0.75)
      .process("waste", Source{.amount = "1"})
      .process("shredder", Treatment{})
      .process("smelter", Treatment{})
      .process("end", Outside{})
      .flow({.from = "waste", .to = "shredder"})
      .flow({.from = "shredder", .to = "smelter"})
      .flow({.from = "smelter", .to = "shredder", .factors = {share}});
}

SystemBuilder open_wheel(const std::string& share) {
  return wheel(share).flow({.from = "smelter", .to = "end", .rule = FlowRule::rest});
}

}  // namespace

TEST_CASE("loops are named in the order of flow") {
  const Plan plan(open_wheel("returned").build());
  CHECK(plan.loops() == std::vector<std::string>{"shredder metal > smelter metal"});
}

TEST_CASE("a loop that may trap material is refused by name") {
  CHECK_THROWS_WITH_AS(Plan(wheel("1").build()),
                       "loop: may trap material: shredder metal > smelter metal, must lose some "
                       "of it: give one of them a flow out of the loop",
                       ModelFaults);
}

TEST_CASE("a loop whose numbers leave no leak is refused in the year in which they do") {
  const System system = open_wheel("returned").build();
  const System closed = system.replace("returned", {}, {{2000, 1.0}});
  CHECK_THROWS_WITH_AS((void)simulate(closed),
                       "loop at smelter metal: closed loop without leak: gain 1 in 2000, must have "
                       "a gain below one",
                       ModelFaults);
}

TEST_CASE("a plan serves every system of its drawing, and refuses others") {
  const System system = open_wheel("returned").build();
  const Plan plan(system);
  const Run run = simulate(plan, system.replace("returned", {}, 0.5));
  CHECK(run.flow("shredder", "smelter").values.front() == doctest::Approx(2.0));
  CHECK_THROWS_WITH_AS((void)simulate(plan, SystemBuilder("other")
                                                .layer({.name = "metal", .unit = "t"})
                                                .process("waste", Source{.amount = "1"})
                                                .process("end", Outside{})
                                                .flow({.from = "waste", .to = "end"})
                                                .build()),
                       "plan: compiled for another drawing: other, must be compiled for this "
                       "system",
                       InvalidValue);
}
