#include <doctest/doctest.h>

#include "critflow/base/fault.hpp"
#include "critflow/study/sensitivity_design.hpp"
#include "indices_of.hpp"

using critflow::Sampling;
using critflow::ScreeningDesign;
using critflow::VarianceDesign;
using Point = std::vector<double>;

namespace {

template <class Design>
Point point(const Design& design, std::int64_t sample, int run) {
  Point numbers(3);
  design.point(sample, run, numbers);
  return numbers;
}

}  // namespace

TEST_CASE("a mixed run is A but for the inputs of its group, which are those of B") {
  const VarianceDesign design(Sampling::sobol, 1, 64, {"a", "b", "c"}, {0, 1, 0});
  CHECK(design.runs_per_sample() == 4);
  for (std::int64_t i = 0; i < 64; ++i) {
    const Point a = point(design, i, 0), b = point(design, i, 1);
    CHECK(a[0] != b[0]);
    CHECK(point(design, i, 2) == Point{b[0], a[1], b[2]});
    CHECK(point(design, i, 3) == Point{a[0], b[1], a[2]});
  }
}

TEST_CASE("A and B have nothing to do with each other") {
  const VarianceDesign design(Sampling::plain, 1, 4000, {"a", "b", "c"}, {0, 1, 2});
  double sum = 0.0;
  for (std::int64_t i = 0; i < 4000; ++i)
    sum += (point(design, i, 0)[0] - 0.5) * (point(design, i, 1)[0] - 0.5);
  CHECK(std::abs(12.0 * sum / 4000) < 4.0 / std::sqrt(4000));
}

TEST_CASE("a moved run differs by half the range in the inputs of its group") {
  const ScreeningDesign design(Sampling::plain, 1, 50, {"a", "b", "c"}, {0, 1, 0});
  CHECK(design.runs_per_sample() == 3);
  for (std::int64_t i = 0; i < 50; ++i) {
    const Point base = point(design, i, 0), moved = point(design, i, 2);
    CHECK(moved[1] - base[1] == doctest::Approx(design.steps(i)[1]));
    CHECK((moved[1] > 0.0 && moved[1] < 1.0));
    CHECK(moved[0] == base[0]);
    CHECK(std::abs(point(design, i, 1)[0] - base[0]) == doctest::Approx(0.5));
    CHECK(design.steps(i)[0] == 0.5);
  }
}

TEST_CASE("groups that leave out an input or a number are refused") {
  const auto design = [](std::vector<int> groups) {
    return VarianceDesign(Sampling::plain, 1, 10, {"a", "b"}, std::move(groups));
  };
  CHECK_NOTHROW(design({1, 0}));
  CHECK_THROWS_AS(design({0}), critflow::InvalidValue);
  CHECK_THROWS_AS(design({0, 2}), critflow::InvalidValue);
}
