#include <doctest/doctest.h>

#include "critflow/network/stock_memory.hpp"

using namespace critflow;

TEST_CASE("each instance and layer has its own cohorts") {
  StockMemory<double> memory;
  memory.layers = 2;
  memory.cohorts.assign(6, CohortSums<double>(3));
  memory.of(1, 0).enter(0, 8.0, 0.5);
  CHECK(memory.cohorts[2].in_use() == 4.0);
  CHECK(memory.of(0, 1).in_use() == 0.0);
}
