#include <doctest/doctest.h>

#include <array>
#include <span>

#include "critflow/network/stock_memory.hpp"

using namespace critflow;

TEST_CASE("each instance and layer has its own cohorts") {
  StockMemory<double> memory;
  memory.layers = 2;
  memory.cohorts.assign(6, CohortProjection<double>(3));
  const std::array<double, 3> survival{1.0, 0.5, 0.0}, leaving{0.0, 0.5, 0.5};
  memory.of(1, 0).enter(0, 8.0, std::span<const double>(survival),
                        std::span<const double>(leaving));
  CHECK(memory.cohorts[2].in_use(1) == 4.0);
  CHECK(memory.of(0, 1).in_use(1) == 0.0);
}
