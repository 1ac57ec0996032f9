#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/study/quantile_sketch.hpp"
#include "study/chance.hpp"

using namespace critflow;

namespace {

using Values = std::vector<double>;
const Values asked{0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0};

QuantileSketch sketch_of(std::span<const double> values) {
  QuantileSketch sketch;
  sketch.add(values);
  return sketch;
}

}  // namespace

TEST_CASE("a quantile lies between two numbers in their order") {
  CHECK(exact_quantiles({4.0, 1.0, 3.0, 2.0}, Values{0.0, 0.5, 1.0}) == Values{1.0, 2.5, 4.0});
  CHECK(exact_quantiles({7.0}, Values{0.3}) == Values{7.0});
  CHECK(exact_quantiles({}, Values{0.3}).empty());
}

TEST_CASE("quantiles are those of the sorted numbers, however unevenly they lie") {
  const double infinite = std::numeric_limits<double>::infinity();
  const Values even = some_numbers(1001);
  for (const auto& uneven : std::vector<std::function<double(double)>>{
           [](double x) { return std::exp(0.5 * x); }, [](double x) { return 1e304 * x; },
           [](double x) { return x * 1e-310; },
           [](double x) { return 1.0 + std::round(4.0 * x) * 0x1p-52; },
           [=](double x) { return x > 0.5 ? infinite : x; },
           [=](double x) { return x > 0.0 ? x : -infinite; }}) {
    Values values, sorted, every;
    for (const double one : even) values.push_back(uneven(one));
    for (std::size_t i = 0; i < values.size(); ++i) every.push_back(0.001 * static_cast<double>(i));
    sorted = values;
    std::sort(sorted.begin(), sorted.end());
    const Values found = exact_quantiles(values, every);
    for (std::size_t i = 0; i < every.size(); ++i) {
      const QuantileRank rank = quantile_rank(every[i], 1001);
      if (rank.between == 0.0) CHECK(found[i] == sorted[static_cast<std::size_t>(rank.low)]);
    }
  }
}

TEST_CASE("what is no probability is refused") {
  CHECK_THROWS_AS(static_cast<void>(exact_quantiles({1.0}, Values{1.5})), InvalidValue);
  CHECK_THROWS_AS(static_cast<void>(QuantileSketch().quantiles(Values{-0.1})), InvalidValue);
}

TEST_CASE("a sketch tells every quantile within its error, of both signs") {
  for (const std::size_t count : {1u, 2u, 10u, 3000u}) {
    const Values values = some_numbers(count);
    const Values exact = exact_quantiles(values, asked);
    const Values told = sketch_of(values).quantiles(asked);
    for (std::size_t i = 0; i < asked.size(); ++i)
      CHECK(std::abs(told[i] - exact[i]) <=
            QuantileSketch::relative_error * std::abs(exact[i]) * (1.0 + 1e-12));
  }
}

TEST_CASE("zeros are zeros, and the ends of a double have their place") {
  const double least = std::numeric_limits<double>::denorm_min();
  const double most = std::numeric_limits<double>::max();
  CHECK(sketch_of(Values{0.0, -0.0, least}).quantiles(Values{0.0, 0.5, 1.0}) ==
        Values{0.0, 0.0, 0.0});
  CHECK(sketch_of(Values{most}).quantiles(Values{0.5}).front() ==
        doctest::Approx(most).epsilon(QuantileSketch::relative_error));
}

TEST_CASE("what is not there is not counted") {
  const double absent = std::numeric_limits<double>::quiet_NaN();
  CHECK(sketch_of(Values{absent, 1.0, absent}).count() == 1);
  CHECK(sketch_of(Values{absent}).quantiles(asked).empty());
}

TEST_CASE("sketches put together in any order are the same") {
  const Values values = some_numbers(3000);
  const std::span<const double> all(values);
  QuantileSketch one = sketch_of(all.first(1000)), other = sketch_of(all.subspan(2000));
  one.add(sketch_of(all.subspan(1000, 1000)));
  one.add(sketch_of(all.subspan(2000)));
  other.add(sketch_of(all.subspan(1000, 1000)));
  other.add(sketch_of(all.first(1000)));
  CHECK(one == sketch_of(all));
  CHECK(other == one);
}
