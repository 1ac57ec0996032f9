#include <doctest/doctest.h>

#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/scenario/series.hpp"

using critflow::Interpolation;
using critflow::InvalidValue;
using critflow::Series;
using critflow::Years;
using critflow::YearValue;

TEST_CASE("points are joined by straight lines and hold outside") {
  const Series rate{{2020, 0.4}, {2030, 0.6}};
  CHECK(rate.over(Years(std::vector{2010, 2020, 2025, 2030, 2060})) ==
        std::vector{0.4, 0.4, 0.5, 0.6, 0.6});
  CHECK_FALSE(rate.constant());
}

TEST_CASE("in a step series a point holds until the next") {
  const Series steps({{2020, 1.0}, {2023, 2.0}}, Interpolation::step);
  CHECK(steps.at(2022) == 1.0);
  CHECK(steps.at(2023) == 2.0);
  CHECK(steps.at(2010) == 1.0);
}

TEST_CASE("a table fills nothing in") {
  const Series table({{2020, 1.0}, {2021, 2.0}}, Interpolation::table);
  CHECK(table.over(Years(2020, 2021)) == std::vector{1.0, 2.0});
  CHECK_THROWS_WITH_AS(static_cast<void>(table.over(Years(2020, 2022))),
                       "table: year missing: 2022, must hold every year of the axis", InvalidValue);
}

TEST_CASE("a logistic curve is half way at its midpoint and symmetric about it") {
  const Series curve = Series::logistic(2.0, 10.0, 2030.0, 3.0);
  CHECK(curve.at(2030) == doctest::Approx(6.0));
  CHECK(curve.at(2033) - 6.0 == doctest::Approx(6.0 - curve.at(2027)));
  CHECK(curve.at(2200) == doctest::Approx(10.0));
  CHECK_THROWS_AS(static_cast<void>(Series::logistic(0, 1, 2030, 0)), InvalidValue);
}

TEST_CASE("one point is a constant") {
  CHECK(Series(3.0).constant());
  CHECK(Series(3.0).at(1900) == 3.0);
  CHECK(Series({{2020, 3.0}}).constant());
}

TEST_CASE("years that do not rise and numbers that are not finite are refused") {
  CHECK_THROWS_AS(Series(std::vector<YearValue>{}), InvalidValue);
  CHECK_THROWS_AS(Series({{2020, 1.0}, {2020, 2.0}}), InvalidValue);
  CHECK_THROWS_AS(Series({{2021, 1.0}, {2020, 2.0}}), InvalidValue);
  CHECK_THROWS_AS(Series(1.0 / 0.0), InvalidValue);
}

TEST_CASE("a series names the points that decide a year") {
  const Series rate{{2020, 0.4}, {2030, 0.6}, {2040, 0.7}};
  CHECK(rate.points_behind(2010) == std::vector{0});
  CHECK(rate.points_behind(2025) == std::vector{0, 1});
  CHECK(rate.points_behind(2030) == std::vector{1});
  CHECK(rate.points_behind(2050) == std::vector{2});
}

TEST_CASE("a change of unit scales every shape") {
  CHECK(Series{{2020, 4.0}, {2030, 6.0}}.times(0.01).at(2025) == doctest::Approx(0.05));
  CHECK(Series::logistic(0, 2, 2030, 1).times(10).at(2030) == doctest::Approx(10.0));
}
