#include <doctest/doctest.h>

#include <cmath>

#include "critflow/base/fault.hpp"
#include "critflow/scenario/parameter.hpp"

using critflow::InvalidValue;
using critflow::Parameter;
using critflow::Place;
using critflow::Series;
using critflow::Years;

namespace {

/// content[product, material] with the cell (tablet, cobalt) left out.
Parameter content() {
  Parameter parameter =
      Parameter::empty("content", "t/units",
                       {{"product", {"phone", "tablet"}}, {"material", {"lithium", "cobalt"}}});
  parameter.history[0].push_back({"base", "a.csv", 1.0});
  parameter.history[1].push_back({"base", "a.csv", Series{{2020, 2.0}, {2022, 4.0}}});
  parameter.history[2].push_back({"base", "a.csv", 3.0});
  parameter.evaluate(Years(2020, 2022));
  return parameter;
}

}  // namespace

TEST_CASE("cells run with the last dimension fastest, steps faster still") {
  const Parameter parameter = content();
  CHECK(parameter.shape.yearly);
  CHECK(parameter.values.size() == 12);
  CHECK(parameter.value(0, 2) == 1.0);
  CHECK(parameter.value(1, 1) == 3.0);
  CHECK(parameter.value(2, 0) == 3.0);
  CHECK(parameter.place(1) == Place{{{"product", "phone"}, {"material", "cobalt"}}});
}

TEST_CASE("a cell that is not given is not a number, not zero") {
  const Parameter parameter = content();
  CHECK_FALSE(parameter.given(3));
  CHECK(std::isnan(parameter.value(3, 0)));
}

TEST_CASE("a parameter whose cells are all constant has one value a cell") {
  Parameter parameter = content();
  parameter.history[1].push_back({"code", "", 5.0});
  parameter.evaluate(Years(2020, 2022));
  CHECK_FALSE(parameter.shape.yearly);
  CHECK(parameter.values.size() == 4);
  CHECK(parameter.value(1, 2) == 5.0);
  CHECK(parameter.setting(1).by == "code");
}

TEST_CASE("a place fixes some dimensions and leaves the others open") {
  const Parameter parameter = content();
  CHECK(parameter.cells_at({}) == std::vector{0, 1, 2});
  CHECK(parameter.cells_at({{{"material", "lithium"}}}) == std::vector{0, 2});
  CHECK(parameter.cells_at({{{"product", "tablet"}, {"material", "cobalt"}}}).empty());
}

TEST_CASE("a place of another system is refused with the nearest name") {
  CHECK_THROWS_WITH_AS(static_cast<void>(content().cells_at({{{"produkt", "phone"}}})),
                       "content: unknown dimension: produkt, must be a dimension of the "
                       "parameter; did you mean 'product'?",
                       InvalidValue);
  CHECK_THROWS_WITH_AS(
      static_cast<void>(content().cells_at({{{"product", "phne"}}})),
      "content: unknown item: phne, must be an item of product; did you mean 'phone'?",
      InvalidValue);
}
