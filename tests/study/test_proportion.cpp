#include <doctest/doctest.h>

#include <limits>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/study/counter_random.hpp"
#include "critflow/study/proportion.hpp"

using critflow::Proportion;

TEST_CASE("the interval solves the equation of Wilson") {
  const Proportion found{15, 50};
  const auto [low, high] = found.interval(0.95);
  for (const double p : {low, high})
    CHECK((0.3 - p) * (0.3 - p) / (p * (1 - p) / 50) ==
          doctest::Approx(1.959963984540054 * 1.959963984540054));
  CHECK((low < 0.3 && high > 0.3));
}

TEST_CASE("all or none of the draws leave an interval within zero and one") {
  CHECK(Proportion{0, 20}.interval().low == 0.0);
  CHECK(Proportion{0, 20}.interval().high == doctest::Approx(3.8414588 / (20 + 3.8414588)));
  CHECK(Proportion{20, 20}.interval().high == 1.0);
  CHECK(Proportion{}.interval().high == 1.0);
  CHECK_THROWS_AS(static_cast<void>(Proportion{}.interval(1.0)), critflow::InvalidValue);
}

TEST_CASE("95 of 100 intervals hold the share") {
  int held = 0;
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    const critflow::CounterRandom random(seed);
    Proportion found{0, 200};
    for (std::uint64_t i = 0; i < 200; ++i)
      if (random.uniform(i, 0) < 0.07) ++found.hits;
    const auto [low, high] = found.interval();
    if (low < 0.07 && 0.07 < high) ++held;
  }
  CHECK(held == doctest::Approx(1900).epsilon(0.02));
}

TEST_CASE("options are compared draw by draw") {
  const double missing = std::numeric_limits<double>::quiet_NaN();
  const std::vector<double> a{1, 2, 3, missing, 5}, b{0, 2, 4, 1, 1};
  CHECK(critflow::share_larger(a, b) == Proportion{2, 4});
  CHECK_THROWS_AS(static_cast<void>(critflow::share_larger(a, {b.data(), 2})),
                  critflow::InvalidValue);
}
