#include <doctest/doctest.h>

#include "critflow/indicator/stockpiles.hpp"
#include "critflow/solve/simulate.hpp"
#include "metal_imports.hpp"
#include "phones.hpp"

using namespace critflow;

TEST_CASE("a stock lasts as many days as the net imports of the year before go into it") {
  const Figures days = stock_days(simulate(metal_imports(7.0, 100.0).build()));
  CHECK(days.units.front() == "d");
  CHECK(number(days, 2001, "cobalt") == doctest::Approx(5.0 / (12.0 / 365.0)));
  CHECK(number(days, 2002, "cobalt") == doctest::Approx(5.0 / (7.0 / 365.0)));
}

TEST_CASE("the first year has no year before it") {
  CHECK_FALSE(stock_days(simulate(metal_imports(7.0, 100.0).build())).given(0));
}

TEST_CASE("where nothing is kept, or no trade is told, there are no days") {
  CHECK(stock_days(simulate(phones().build())).dimensions.empty());
}
