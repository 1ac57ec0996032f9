#include <doctest/doctest.h>

#include <cmath>

#include "critflow/base/fault.hpp"
#include "critflow/lifetime/entry.hpp"
#include "reference.hpp"

using critflow::Entry;
using doctest::Approx;

TEST_CASE("start, middle and end are one point each") {
  CHECK(Entry::start().points()[0].place == 0.0);
  CHECK(Entry::middle().points()[0].place == 0.5);
  CHECK(Entry::end().points()[0].place == 1.0);
  CHECK(Entry::end().points()[0].share == 1.0);
}

TEST_CASE("a spread over n points integrates polynomials up to degree 2 n - 3") {
  for (int points = 2; points <= 10; ++points)
    for (int degree = 0; degree <= 2 * points - 3; ++degree) {
      double integral = 0.0;
      const Entry entry = Entry::spread(points);
      for (const auto& [place, share] : entry.points()) integral += share * std::pow(place, degree);
      CHECK(integral == Approx(1.0 / (degree + 1)).epsilon(1e-14));
    }
}

TEST_CASE("a spread has the published nodes and weights") {
  const auto published = reference_case("flodym-dsm/case.json").at("gauss_lobatto");
  for (const auto& [points, rule] : published.items()) {
    const Entry entry = Entry::spread(std::stoi(points));
    for (std::size_t i = 0; i < entry.points().size(); ++i) {
      CHECK(2.0 * entry.points()[i].place - 1.0 ==
            Approx(rule.at("nodes").at(i).get<double>()).epsilon(1e-14));
      CHECK(2.0 * entry.points()[i].share ==
            Approx(rule.at("weights").at(i).get<double>()).epsilon(1e-14));
    }
  }
}

TEST_CASE("an entry says its name as results show it") {
  CHECK(Entry::end().name() == "end");
  CHECK(Entry::spread(6).name() == "spread 6");
}

TEST_CASE("a spread over one point is refused") {
  CHECK_THROWS_WITH_AS(static_cast<void>(Entry::spread(1)),
                       "entry.spread: not a number of points: 1, must be from 2 to 10",
                       critflow::InvalidValue);
  CHECK_THROWS_AS(static_cast<void>(Entry::spread(11)), critflow::InvalidValue);
}
