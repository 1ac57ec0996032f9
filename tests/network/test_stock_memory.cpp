#include <doctest/doctest.h>

#include "critflow/network/stock_memory.hpp"
#include "network/one_process.hpp"

using namespace critflow;

TEST_CASE("layers that are multiples of another one have its cohorts") {
  StockMemory<double> memory;
  memory.layers = 3;
  memory.series_of = {0, 1, 0, 2, 2, 2};
  CHECK(memory.series(0, 1) == 1);
  CHECK(memory.series(0, 2) == 0);
  CHECK(memory.series(1, 2) == 2);
}

TEST_CASE("steps of the run are summed four at a time, whatever stood before it") {
  OneProcess process;
  process.lifetimes = {
      {.name = "life", .first = "", .second = "", .survival_by_age = {1.0, 0.5, 0.0}}};
  StockMemory<double> memory;
  memory.curves = SurvivalCurves<double>(process.view(), 0, 3);
  CHECK(memory.shares(0, 0).first == 3);
  CHECK(memory.shares(0, 3).first == 3);
  CHECK(memory.shares(0, 4).first == 7);
  CHECK(memory.shares(0, 3).survival[0][2] == 0.5);
}
