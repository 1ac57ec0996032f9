#include <doctest/doctest.h>

#include "critflow/indicator/use.hpp"
#include "critflow/solve/simulate.hpp"
#include "phones.hpp"

using namespace critflow;

TEST_CASE("what is in use is told by product and layer") {
  const Run run = simulate(phones().build());

  CHECK(stocks_in_use(run) == std::vector<std::string>{"use"});
  CHECK(number(inflow_into_use(run), 2005, "battery mass", "smart") == doctest::Approx(100.0));
  CHECK(number(stock_in_use(run), 2005, "battery mass", "plain") == doctest::Approx(40.0));
  CHECK(number(stock_in_use(run), 2005, "cobalt", "smart") == doctest::Approx(20.0));
}

TEST_CASE("what left use is there whether it was exported or thrown away") {
  const Run run = simulate(phones().build());
  CHECK(number(outflow_from_use(run), 2001, "cobalt", "smart") == 0.0);
  CHECK(number(outflow_from_use(run), 2002, "cobalt", "smart") == doctest::Approx(10.0));
}

TEST_CASE("what is exported to be used on is told by what flows tell apart") {
  const Run run = simulate(phones().build());
  CHECK(number(used_exports(run), 2005, "battery mass", "smart") == doctest::Approx(10.0));
  CHECK(number(used_exports(run), 2005, "cobalt", "plain") == doctest::Approx(0.2));
}

TEST_CASE("what a government has is told of the stocks that tell its share, and of no others") {
  CHECK(stock_of_government(simulate(phones().build())).dimensions.empty());
  SystemBuilder builder("offices");
  builder.years(2000, 2004)
      .layer({.name = "cobalt", .unit = "t", .material = true})
      .lifetime({.name = "life", .distribution = Distribution::fixed, .first = "2"})
      .parameter("sales", "t/a", 10.0)
      .process("makers", Outside{})
      .process({.name = "use",
                .kind = StockProcess{.driver = StockProcess::Driver::inflow,
                                     .driver_parameter = "sales",
                                     .lead = "cobalt",
                                     .lifetime = "life"},
                .held_by_government = "0.05"})
      .process("waste", Outside{})
      .flow({.from = "makers", .to = "use", .rule = FlowRule::request, .role = "placed"})
      .flow({.from = "use", .to = "waste"});
  const Run run = simulate(builder.build());
  const Place place{{{"year", "2003"}, {"layer", "cobalt"}}};
  CHECK(inflow_to_government(run).at(place) == doctest::Approx(0.5));
  CHECK(stock_of_government(run).at(place) == doctest::Approx(1.0));
}
