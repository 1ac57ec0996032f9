#include <doctest/doctest.h>

#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/solve/figures.hpp"

using namespace critflow;

namespace {

const Figures placed{.name = "placed",
                     .dimensions = {{"year", {"2000", "2001"}},
                                    {"region", {"NL", "BE", "DE"}},
                                    {"layer", {"mass", "units"}}},
                     .units = {"t/a", "units/a"},
                     .values = {1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60}};

}  // namespace

TEST_CASE("a number is found by its place, in whatever order that is said") {
  CHECK(placed.at({{{"year", "2001"}, {"region", "BE"}, {"layer", "mass"}}}) == 5.0);
  CHECK(placed.at({{{"layer", "units"}, {"region", "DE"}, {"year", "2000"}}}) == 30.0);
}

TEST_CASE("a sum leaves out its dimension") {
  const Figures all = placed.sum("region");
  CHECK(all.dimensions == Dimensions{{"year", {"2000", "2001"}}, {"layer", {"mass", "units"}}});
  CHECK(all.values == std::vector<double>{6, 60, 15, 150});
}

TEST_CASE("one item is selected, and of layers its unit") {
  CHECK(placed.select("region", "NL").values == std::vector<double>{1, 10, 4, 40});
  const Figures units = placed.select("layer", "units");
  CHECK(units.values == std::vector<double>{10, 20, 30, 40, 50, 60});
  CHECK(units.units == std::vector<std::string>{"units/a"});
}

TEST_CASE("two layers are never added") {
  CHECK_THROWS_WITH_AS((void)placed.sum("layer"),
                       "placed: two layers added: layer, must be kept apart", InvalidValue);
}

TEST_CASE("unknown items and dimensions come with the nearest") {
  CHECK_THROWS_WITH_AS(
      (void)placed.select("year", "20001"),
      "placed.year: unknown item: 20001, must be one of its items; did you mean '2000'?",
      InvalidValue);
  CHECK_THROWS_WITH_AS(
      (void)placed.sum("regoin"),
      "placed: unknown dimension: regoin, must be one of its dimensions; did you mean "
      "'region'?",
      InvalidValue);
  CHECK_THROWS_AS((void)placed.at({{{"year", "2001"}, {"region", "BE"}}}), InvalidValue);
}

TEST_CASE("a place that leaves a dimension open has no number") {
  CHECK_THROWS_WITH_AS((void)placed.at({{{"year", "2001"}}}),
                       "placed: dimension left open: region, must be fixed by the place",
                       InvalidValue);
}
