#include <doctest/doctest.h>

#include <cmath>
#include <span>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/base/processor.hpp"
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
using critflow::SurvivalTable;
using critflow::Weibull;
using critflow::Years;

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

/// Shares that change from cohort to cohort.
SurvivalTable by_cohort(const Years& axis) {
  std::vector<Lifetime> lives;
  for (int c = 0; c < axis.size(); ++c) lives.push_back(Weibull(2.5, 9.0 + 0.2 * c));
  return {axis, lives, critflow::Entry::middle()};
}

/// By age, by cohort, with steps of unequal length; each ends within another group of steps.
std::vector<SurvivalTable> shared_tables() {
  std::vector<int> uneven;
  for (int t = 0; t < years; ++t) uneven.push_back(2000 + t + std::max(0, t - 30));
  return {{Years(1, years), Weibull(3.0, 12.0)},
          {Years(1, years), critflow::Normal(1.5, 1.0)},
          by_cohort(Years(2000, 1999 + years)),
          by_cohort(Years(uneven))};
}

constexpr ShrinkingStock rules[] = {ShrinkingStock::retire_early, ShrinkingStock::allow_negative};

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

TEST_CASE("what a shared fixed life holds and releases is seen at a glance") {
  const SeriesTable inflow = SeriesTable::Constant(7, 3, 10.0);
  const auto history = critflow::inflow_driven_batch(inflow, critflow::Fixed(3.0));
  const Eigen::ArrayXd stock{{10.0, 20.0, 30.0, 30.0, 30.0, 30.0, 30.0}};
  const Eigen::ArrayXd outflow{{0.0, 0.0, 0.0, 10.0, 10.0, 10.0, 10.0}};
  for (int k = 0; k < 3; ++k) {
    CHECK((history.stock.col(k) == stock).all());
    CHECK((history.outflow.col(k) == outflow).all());
    CHECK((history.inflow.col(k) == 10.0).all());
  }
}

TEST_CASE("a series under a shared table is what it is by itself") {
  for (const SurvivalTable& table : shared_tables()) {
    const auto together = critflow::inflow_driven_batch(waves(), table);
    for (int k = 0; k < series; ++k) {
      const auto alone = critflow::inflow_driven(Eigen::ArrayXd(waves().col(k)), table);
      CHECK((together.inflow.col(k) == alone.inflow).all());
      CHECK(farthest(together.outflow.col(k), alone.outflow) < 1e-13);
      CHECK(farthest(together.stock.col(k), alone.stock) < 1e-13);
    }
  }
}

TEST_CASE("a stock under a shared table asks for what it asks by itself") {
  for (const SurvivalTable& table : shared_tables())
    for (const auto rule : rules) {
      const auto together = critflow::stock_driven_batch(waves(), table, rule);
      for (int k = 0; k < series; ++k) {
        const auto alone = critflow::stock_driven(Eigen::ArrayXd(waves().col(k)), table, rule);
        CHECK(farthest(together.inflow.col(k), alone.inflow) < 1e-12);
        CHECK(farthest(together.outflow.col(k), alone.outflow) < 1e-12);
        CHECK(farthest(together.stock.col(k), alone.stock) < 1e-13);
      }
    }
}

TEST_CASE("a series under a shared table has the same bits whatever stands beside it") {
  const int last = 140;  // in another group of series
  const SeriesTable many = waves().col(5).replicate(1, last + 1);
  for (const SurvivalTable& table : shared_tables()) {
    const SeriesTable one = many.col(0);
    const auto inflow = critflow::inflow_driven_batch(many, table);
    const auto inflow_alone = critflow::inflow_driven_batch(one, table);
    const auto stock = critflow::stock_driven_batch(many, table, ShrinkingStock::retire_early);
    const auto stock_alone = critflow::stock_driven_batch(one, table, ShrinkingStock::retire_early);
    for (const int k : {0, 9, 17, 30, last}) {
      CHECK((inflow.stock.col(k) == inflow_alone.stock.col(0)).all());
      CHECK((inflow.outflow.col(k) == inflow_alone.outflow.col(0)).all());
      CHECK((stock.inflow.col(k) == stock_alone.inflow.col(0)).all());
      CHECK((stock.outflow.col(k) == stock_alone.outflow.col(0)).all());
    }
  }
}

TEST_CASE("a shared table gives the same bits with the instructions of every processor") {
  const auto fastest = critflow::fastest_instructions();
  const auto both = [](const SurvivalTable& table) {
    auto first = critflow::inflow_driven_batch(waves(), table);
    auto second = critflow::stock_driven_batch(waves(), table, ShrinkingStock::retire_early);
    return std::vector<SeriesTable>{first.stock, first.outflow, second.inflow, second.outflow};
  };
  for (const SurvivalTable& table : shared_tables()) {
    const auto wanted = both(table);
    for (const auto slower : {critflow::Instructions::plain, critflow::Instructions::avx2}) {
      if (slower > fastest) continue;
      critflow::use_instructions(slower);
      const auto found = both(table);
      critflow::use_instructions(fastest);
      for (std::size_t i = 0; i < wanted.size(); ++i) CHECK((found[i] == wanted[i]).all());
    }
  }
}

TEST_CASE("one lifetime for many series is a table for them") {
  const Lifetime life = Weibull(3.0, 12.0);
  const auto early = critflow::Entry::start();
  const SurvivalTable table(Years(1, years), life, early);
  const auto by_life = critflow::inflow_driven_batch(waves(), life, early);
  CHECK((by_life.stock == critflow::inflow_driven_batch(waves(), table).stock).all());
  const auto rule = ShrinkingStock::allow_negative;
  const auto asked = critflow::stock_driven_batch(waves(), life, rule, early);
  CHECK((asked.inflow == critflow::stock_driven_batch(waves(), table, rule).inflow).all());
}

TEST_CASE("many series under a shared table name the year and the series that is refused") {
  const SurvivalTable table(Years(2001, 2000 + years), critflow::Fixed(5.0));
  SeriesTable known = SeriesTable::Constant(years, series, 100.0);
  CHECK_THROWS_WITH_AS(static_cast<void>(critflow::inflow_driven_batch(known.topRows(3), table)),
                       "inflow: wrong length: 3, must have 40 entries", InvalidValue);
  known(11, 20) = 30.0;
  CHECK_THROWS_WITH_AS(
      static_cast<void>(critflow::stock_driven_batch(known, table)),
      "stock[2012, series 20]: falls by more than leaves: 30, must be at least 100, which older "
      "cohorts hold, or 70 need a rule: retire_early or allow_negative",
      InvalidValue);
  known(3, 2) = -1.0;
  CHECK_THROWS_WITH_AS(static_cast<void>(critflow::stock_driven_batch(known, table)),
                       "stock[2004, series 2]: negative or not finite: -1, must be finite and >= 0",
                       InvalidValue);
  const auto fleeting = [] {
    return critflow::stock_driven_batch(SeriesTable::Constant(4, 9, 1.0), critflow::Fixed(0.5),
                                        ShrinkingStock::refuse, critflow::Entry::start());
  };
  CHECK_THROWS_WITH_AS(static_cast<void>(fleeting()),
                       "stock[1, series 0]: held by units that leave at once: 1, must have a "
                       "lifetime that survives its step of entry",
                       InvalidValue);
}

TEST_CASE("histories go into tables of the caller's, which may be parts of larger ones") {
  SeriesTable room = SeriesTable::Constant(years, 3 * series, -1.0);
  const auto part = [&](int k) { return room.middleCols(k * series, series); };
  const auto lives = lifetimes();
  const auto end = critflow::Entry::end();
  const auto each = critflow::inflow_driven_batch(waves(), lives);
  critflow::inflow_driven_batch(waves(), lives, end, part(2), part(0));
  CHECK((part(2) == each.outflow).all());
  CHECK((part(0) == each.stock).all());
  CHECK((part(1) == -1.0).all());
  const auto rule = ShrinkingStock::allow_negative;
  const auto asked = critflow::stock_driven_batch(waves(), lives, rule);
  critflow::stock_driven_batch(waves(), lives, rule, end, part(2), part(0));
  CHECK((part(2) == asked.inflow).all());
  CHECK((part(0) == asked.outflow).all());
  const SurvivalTable table(Years(1, years), lives[1]);
  const auto shared = critflow::inflow_driven_batch(waves(), table);
  critflow::inflow_driven_batch(waves(), table, part(2), part(0));
  CHECK((part(2) == shared.outflow).all());
  CHECK((part(0) == shared.stock).all());
  CHECK((part(1) == -1.0).all());
  CHECK_THROWS_WITH_AS(critflow::inflow_driven_batch(waves(), table, room, part(0)),
                       "outflow: another shape: 40 x 63, must have 40 x 21 entries", InvalidValue);
}
