#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "critflow/base/fault.hpp"
#include "critflow/scenario/shape.hpp"

using critflow::InvalidValue;
using critflow::Shape;

TEST_CASE("without a shape a lever is all there in every year") { CHECK(Shape().at(1900) == 1.0); }

TEST_CASE("a step is nothing before its year and all from it on") {
  CHECK(Shape::step(2031).at(2030) == 0.0);
  CHECK(Shape::step(2031).at(2031) == 1.0);
  CHECK(Shape::step(2031).at(2060) == 1.0);
}

TEST_CASE("a line rises evenly from its first year to its last") {
  const Shape shape = Shape::linear(2027, 2035);
  for (int year = 2020; year <= 2040; ++year)
    CHECK(shape.at(year) ==
          doctest::Approx(std::clamp((year - 2027.0) / (2035.0 - 2027.0), 0.0, 1.0)));
}

TEST_CASE("a logistic curve is a tenth and nine tenths in the years it is given") {
  const Shape shape = Shape::logistic(2027, 2037);
  CHECK(shape.at(2027) == doctest::Approx(0.1).epsilon(1e-12));
  CHECK(shape.at(2032) == doctest::Approx(0.5).epsilon(1e-12));
  CHECK(shape.at(2037) == doctest::Approx(0.9).epsilon(1e-12));
}

TEST_CASE("a logistic curve has not begun below a thousandth, and never ends") {
  const Shape shape = Shape::logistic(2027, 2037);
  CHECK(shape.at(2016) == 0.0);  // 1 / (1 + 81^1.6) = 0.0009
  CHECK(shape.at(2017) == doctest::Approx(1.0 / (1.0 + std::pow(81.0, 1.5))));
  CHECK(shape.at(2060) < 1.0);
}

TEST_CASE("anchors are joined by straight lines and flat outside") {
  const Shape shape = Shape::anchors({{2027, 0.2}, {2035, 1.0}});
  CHECK(shape.at(2020) == 0.2);
  CHECK(shape.at(2031) == doctest::Approx(0.6));
  CHECK(shape.at(2050) == 1.0);
}

TEST_CASE("a pulse is there for its length and then gone") {
  const Shape shape = Shape::pulse(2030, 3);
  CHECK(shape.at(2029) == 0.0);
  CHECK(shape.at(2030) == 1.0);
  CHECK(shape.at(2032) == 1.0);
  CHECK(shape.at(2033) == 0.0);
}

TEST_CASE("a delay moves a shape, a probability weighs it, and its words say both") {
  const Shape shape = Shape::linear(2027, 2035).delayed(2).expected(0.6);
  CHECK(shape.at(2029) == 0.0);
  CHECK(shape.at(2033) == doctest::Approx(0.3));
  CHECK(shape.at(2040) == 0.6);
  CHECK(shape.years() == std::vector{2027, 2035});
  CHECK(shape.text() ==
        "linear from 2027 to 2035, delayed by 2 years, expected at probability 0.6");
}

TEST_CASE("a shape that cannot be is refused") {
  CHECK_THROWS_WITH_AS(static_cast<void>(Shape::linear(2035, 2027)),
                       "shape: ends before it begins: 2035, 2027, must be two rising years",
                       InvalidValue);
  CHECK_THROWS_WITH_AS(static_cast<void>(Shape::anchors({{2030, 1.2}})),
                       "shape: anchor outside its domain: 1.2, must be in [0, 1]", InvalidValue);
  CHECK_THROWS_WITH_AS(static_cast<void>(Shape::pulse(2030, 0)),
                       "shape: pulse without length: 0, must last a year or more", InvalidValue);
  CHECK_THROWS_AS(static_cast<void>(Shape::step(2030).expected(0.0)), InvalidValue);
  CHECK_THROWS_AS(static_cast<void>(Shape::step(2030).delayed(-1)), InvalidValue);
}
