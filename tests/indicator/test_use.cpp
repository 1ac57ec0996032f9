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
