#include <doctest/doctest.h>

#include "critflow/indicator/import_dependence.hpp"

using namespace critflow;

TEST_CASE("reliance is net imports in apparent consumption") {
  CHECK(*import_dependence({.production = 20.0, .imports = 100.0, .exports = 20.0}).value ==
        doctest::Approx(0.8));
}

TEST_CASE("transit through a port makes nobody dependent") {
  const double without = *import_dependence({20.0, 80.0, 0.0}).value;
  CHECK(*import_dependence({20.0, 80.0 + 500.0, 500.0}).value == doctest::Approx(without));
}

TEST_CASE("a net exporter has a reliance below zero") {
  CHECK(*import_dependence({.production = 100.0, .exports = 50.0}).value == doctest::Approx(-1.0));
}

TEST_CASE("a stock lasts as many days as net imports of the year before would take") {
  const Ratio days = stock_days(10.0, {.imports = 83.0, .exports = 10.0});
  CHECK(*days.value == doctest::Approx(50.0));
  CHECK_FALSE(stock_days(10.0, {.imports = 5.0, .exports = 5.0}).value.has_value());
}

TEST_CASE("finished goods bring metal with them") {
  CHECK(embodied_net_imports({{1000.0, 200.0, 0.01}, {50.0, 100.0, 0.1}}) ==
        doctest::Approx(8.0 - 5.0));
}
