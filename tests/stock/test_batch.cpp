#include <doctest/doctest.h>

#include <cmath>
#include <span>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/lifetime/fixed.hpp"
#include "critflow/lifetime/normal.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "critflow/stock/batch.hpp"
#include "critflow/stock/inflow_driven.hpp"
#include "critflow/stock/stock_driven.hpp"

using critflow::InvalidValue;
using critflow::Lifetime;
using critflow::SeriesTable;
using critflow::ShrinkingStock;
using critflow::Weibull;

namespace {

/// No multiple of the lanes, so that the last pack is short.
constexpr int series = 21;
constexpr int years = 40;

std::vector<Lifetime> lifetimes() {
  std::vector<Lifetime> all;
  for (int k = 0; k < series; ++k)
    all.push_back(k % 3 == 0 ? Lifetime(critflow::Normal(5.0 + k, 4.0))
                             : Lifetime(Weibull(1.5 + 0.1 * k, 8.0 + k)));
  return all;
}

SeriesTable waves() {
  return SeriesTable::NullaryExpr(years, series, [](Eigen::Index year, Eigen::Index k) {
    return 100.0 + static_cast<double>(k) +
           60.0 * std::sin(0.4 * static_cast<double>(year) + 0.1 * static_cast<double>(k));
  });
}

std::span<const Lifetime> one(const std::vector<Lifetime>& lives, int k) {
  return std::span(lives).subspan(static_cast<std::size_t>(k), 1);
}

/// The largest difference, as a share of the largest value.
double farthest(const Eigen::ArrayXd& a, const Eigen::ArrayXd& b) {
  return (a - b).abs().maxCoeff() / b.abs().maxCoeff();
}

}  // namespace

TEST_CASE("a series of an inflow-driven batch has the same bits whatever stands beside it") {
  const auto lives = lifetimes();
  const auto together = critflow::inflow_driven_batch(waves(), lives);
  for (int k = 0; k < series; ++k) {
    const SeriesTable inflow = waves().col(k);
    const auto alone = critflow::inflow_driven_batch(inflow, one(lives, k));
    CHECK((together.outflow.col(k) == alone.outflow.col(0)).all());
    CHECK((together.stock.col(k) == alone.stock.col(0)).all());
  }
}

TEST_CASE("a series of an inflow-driven batch is what it is by itself") {
  const auto lives = lifetimes();
  const auto together = critflow::inflow_driven_batch(waves(), lives);
  for (int k = 0; k < series; ++k) {
    const Eigen::ArrayXd inflow = waves().col(k);
    const auto alone = critflow::inflow_driven(inflow, lives[static_cast<std::size_t>(k)]);
    CHECK((together.inflow.col(k) == alone.inflow).all());
    CHECK(farthest(together.outflow.col(k), alone.outflow) < 1e-13);
    CHECK(farthest(together.stock.col(k), alone.stock) < 1e-13);
  }
}

TEST_CASE("a series of a stock-driven batch is what it is by itself, whatever stands beside it") {
  const auto lives = lifetimes();
  for (const auto rule : {ShrinkingStock::retire_early, ShrinkingStock::allow_negative}) {
    const auto together = critflow::stock_driven_batch(waves(), lives, rule);
    for (int k = 0; k < series; ++k) {
      const Eigen::ArrayXd stock = waves().col(k);
      const auto alone = critflow::stock_driven(stock, lives[static_cast<std::size_t>(k)], rule);
      CHECK(farthest(together.inflow.col(k), alone.inflow) < 1e-12);
      CHECK(farthest(together.outflow.col(k), alone.outflow) < 1e-12);
      CHECK(farthest(together.stock.col(k), alone.stock) < 1e-13);
      const SeriesTable column = waves().col(k);
      const auto apart = critflow::stock_driven_batch(column, one(lives, k), rule);
      CHECK((together.inflow.col(k) == apart.inflow.col(0)).all());
      CHECK((together.outflow.col(k) == apart.outflow.col(0)).all());
    }
  }
}

TEST_CASE("a batch enters when its entry says") {
  const auto lives = lifetimes();
  const auto late = critflow::inflow_driven_batch(waves(), lives);
  const auto early = critflow::inflow_driven_batch(waves(), lives, critflow::Entry::start());
  CHECK((early.stock < late.stock).all());
}

TEST_CASE("a batch names the year and the series that it refuses") {
  SeriesTable table = waves();
  table(3, 20) = -1.0;
  CHECK_THROWS_WITH_AS(static_cast<void>(critflow::inflow_driven_batch(table, lifetimes())),
                       "inflow[4, series 20]: negative or not finite: -1, must be finite and >= 0",
                       InvalidValue);
  SeriesTable falling = SeriesTable::Constant(years, series, 100.0);
  falling(1, 20) = 0.0;
  CHECK_THROWS_WITH_AS(
      static_cast<void>(critflow::stock_driven_batch(
          falling, std::vector<Lifetime>(series, critflow::Fixed(5.0)))),
      "stock[2, series 20]: falls by more than leaves: 0, must be at least 100, which older "
      "cohorts hold, or 100 need a rule: retire_early or allow_negative",
      InvalidValue);
  CHECK_THROWS_WITH_AS(static_cast<void>(critflow::inflow_driven_batch(
                           waves(), std::vector<Lifetime>(2, Weibull(2.0, 9.0)))),
                       "lifetimes: wrong length: 2, must have 21 entries", InvalidValue);
}
