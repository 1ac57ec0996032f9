#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/indicator/stage_supply.hpp"
#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/simulate.hpp"

using namespace critflow;

namespace {

/// 100 t/a of refined cobalt are used: 20 of them refined at home, 80 imported, of which three
/// quarters from one country and the rest from nobody in particular.
System users(const std::string& item = "China", bool told = true) {
  SystemBuilder builder("users");
  const Place first{{{"partner", item}}}, others{{{"partner", "rest of world"}}};
  builder.years(2000, 2003)
      .layer({.name = "cobalt", .unit = "t", .material = true})
      .dimension("partner", {item, "rest of world"})
      .parameter("made here", "t/a", 20.0)
      .parameter("from abroad", "t/a", first, 60.0)
      .parameter("from abroad", "t/a", others, 20.0)
      .process("refinery", Source{.amount = "made here"})
      .process("partners", Source{.amount = "from abroad"}, {"partner"})
      .process("harbour", Treatment{})
      .process("users", Outside{});
  builder
      .flow({.from = "refinery",
             .to = "users",
             .rule = FlowRule::rest,
             .stage = "refining",
             .trade = "domestic"})
      .flow({.from = "partners",
             .to = "harbour",
             .rule = FlowRule::rest,
             .sum = {"partner"},
             .stage = told ? "refining" : "",
             .trade = told ? "import" : ""})
      .flow({.from = "harbour",
             .to = "users",
             .rule = FlowRule::rest,
             .stage = told ? "" : "refining",
             .trade = told ? "" : "import"});
  return builder.build();
}

double in_2002(const Figures& figures) {
  return figures.at({{{"year", "2002"}, {"stage", "refining"}, {"layer", "cobalt"}}});
}

}  // namespace

TEST_CASE("a stage depends on what is imported to it, and on the largest country by consumption") {
  const Run run = simulate(users());
  CHECK(in_2002(import_dependence(run)) == doctest::Approx(0.8));
  CHECK(in_2002(single_country_share(run)) == doctest::Approx(0.6));
  CHECK(in_2002(herfindahl(run)) == doctest::Approx(0.04 + 0.36 + 0.04));
}

TEST_CASE("the rest of the world is many countries") {
  const auto supply = stage_supply(simulate(users()), "refining", "cobalt");
  REQUIRE(supply.size() == 4);
  CHECK(supply[2].supply.size() == 3);
  CHECK_FALSE(supply[2].supply[2].third_country);
}

TEST_CASE("what comes through a harbour has no origin, and so no largest country") {
  const Run run = simulate(users("China", false));
  CHECK(in_2002(import_dependence(run)) == doctest::Approx(0.8));
  CHECK_THROWS_AS((void)in_2002(single_country_share(run)), InvalidValue);
  CHECK(single_country_share(stage_supply(run, "refining", "cobalt")[2]).reason ==
        "the origin of an import is not told");
}

TEST_CASE("the name of the country does not matter") {
  CHECK(in_2002(herfindahl(simulate(users("Chile")))) ==
        in_2002(herfindahl(simulate(users("China")))));
}

TEST_CASE("a stage that no flow names has no supply") {
  const Run run = simulate(users());
  CHECK(stage_supply(run, "extraction", "cobalt").empty());
  CHECK(import_dependence(run).dimensions[1].items == std::vector<std::string>{"refining"});
}

TEST_CASE("what is consumed at a stage is made there or imported, and not exported") {
  const Figures consumed = apparent_consumption(simulate(users()));
  CHECK(in_2002(consumed) == doctest::Approx(100.0));
  CHECK(consumed.units.front() == "t/a");
}
