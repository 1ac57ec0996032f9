#include "critflow/stock/batch.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "base/index.hpp"
#include "batch_rows.hpp"
#include "batch_shares.hpp"
#include "checks.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/base/lanes.hpp"
#include "critflow/stock/cohort_kernel.hpp"
#include "critflow/stock/cohort_sums.hpp"

namespace critflow {

namespace {

constexpr int width = lane_count<Lanes>;

/// The series that stand side by side in one pack: `count` of them from `first` on. The last pack
/// may be short; its spare lanes hold zeros.
struct Block {
  Eigen::Index first;
  int count;
};

/// What a march knows of a block: its cohorts so far, and the shares of those to come.
struct Stocks {
  const Block& block;
  const BatchShares& shares;
  CohortSums<Lanes> cohorts;
  SharesAhead<Lanes> ahead{};

  /// @return what older cohorts have in use at the end of the year
  const Lanes& begin(int year) {
    if (year % SharesAhead<Lanes>::steps == 0) {
      ahead = shares.ahead(year);
      cohorts.look_ahead(0, ahead);
    }
    return cohorts.in_use(0, year);
  }
  void enter(int year, const Lanes& amount) { cohorts.enter(0, year, amount, ahead); }
};

BatchHistory room_for(const Eigen::Ref<const SeriesTable>& given) {
  const auto table = [&] { return SeriesTable(given.rows(), given.cols()); };
  return {table(), table(), table()};
}

/// The tables of some blocks.
struct Tables {
  BatchRows given, inflow, outflow, stock;

  Tables(int years, Eigen::Index series)
      : given(years, series), inflow(given), outflow(given), stock(given) {}
  void store(BatchHistory& result, Eigen::Index first) {
    inflow.store(result.inflow, first);
    outflow.store(result.outflow, first);
    stock.store(result.stock, first);
  }
};

/// `inflow_of(year, given, stocks)` for each year of a block.
template <class InflowOf>
void march_block(Tables& tables, int b, Stocks& stocks, InflowOf inflow_of) {
  const std::span<const Lanes> given = tables.given.of(b);
  for (int year = 0; year < static_cast<int>(given.size()); ++year) {
    const Lanes amount = inflow_of(year, given[at(year)], stocks);
    tables.inflow.of(b)[at(year)] = amount;
    tables.outflow.of(b)[at(year)] =
        stocks.cohorts.leaving(0, year) + amount * stocks.shares.leaving_at_entry();
    stocks.enter(year, amount);
    tables.stock.of(b)[at(year)] = stocks.cohorts.in_use(0, year);
  }
}

template <class InflowOf>
BatchHistory march(const Eigen::Ref<const SeriesTable>& given, std::span<const Lifetime> lifetimes,
                   const Entry& entry, const Years& years, InflowOf inflow_of) {
  BatchHistory result = room_for(given);
  const Eigen::Index together = std::min(given.cols(), BatchRows::most_series);
  Tables tables(years.size(), together);
  for (Eigen::Index first = 0; first < given.cols(); first += together) {
    tables.given.load(given, first);
    const Eigen::Index end = std::min(first + together, given.cols());
    for (Eigen::Index series = first; series < end; series += width) {
      const Block block{series, static_cast<int>(std::min<Eigen::Index>(width, end - series))};
      const auto lives = lifetimes.subspan(static_cast<std::size_t>(series), at(block.count));
      const BatchShares shares(years, lives, entry);
      Stocks stocks{block, shares, CohortSums<Lanes>(1, years.size())};
      march_block(tables, static_cast<int>((series - first) / width), stocks, inflow_of);
    }
    tables.store(result, first);
  }
  return result;
}

std::string at_series(const std::string& name, int year, Eigen::Index series) {
  return name + "[" + std::to_string(year) + ", series " + std::to_string(series) + "]";
}

/// Refuses what `stock_driven` refuses, naming year and series.
void check_asked(const Block& block, int year, const Lanes& stock, const Lanes& older,
                 const Lanes& addition, const Lanes& surviving, ShrinkingStock rule) {
  for (int i = 0; i < block.count; ++i) {
    const bool surplus =
        rule == ShrinkingStock::refuse && in_surplus(lane(stock, i), lane(older, i));
    const bool fleeting = lane(addition, i) != 0.0 && lane(surviving, i) <= 0.0;
    if (!surplus && !fleeting) continue;
    const std::string where = at_series("stock", year + 1, block.first + i);
    if (surplus) refuse_surplus(lane(stock, i), lane(older, i), where);
    refuse_fleeting(lane(addition, i), where);
  }
}

Years checked_years(const Eigen::Ref<const SeriesTable>& given, std::size_t lifetimes,
                    const std::string& name) {
  require_entries(static_cast<Eigen::Index>(lifetimes), given.cols(), "lifetimes");
  const Years years(1, static_cast<int>(given.rows()));
  for (Eigen::Index year = 0; year < given.rows(); ++year)
    for (Eigen::Index series = 0; series < given.cols(); ++series)
      if (const double value = given(year, series); !(value >= 0.0 && std::isfinite(value)))
        require_not_negative(value, at_series(name, years[static_cast<int>(year)], series));
  return years;
}

}  // namespace

BatchHistory inflow_driven_batch(const Eigen::Ref<const SeriesTable>& inflow,
                                 std::span<const Lifetime> lifetimes, const Entry& entry) {
  const Years years = checked_years(inflow, lifetimes.size(), "inflow");
  return march(inflow, lifetimes, entry, years, [](int year, const Lanes& given, Stocks& stocks) {
    static_cast<void>(stocks.begin(year));
    return given;
  });
}

BatchHistory stock_driven_batch(const Eigen::Ref<const SeriesTable>& stock,
                                std::span<const Lifetime> lifetimes, ShrinkingStock rule,
                                const Entry& entry) {
  const Years years = checked_years(stock, lifetimes.size(), "stock");
  return march(stock, lifetimes, entry, years, [&](int year, const Lanes& wanted, Stocks& stocks) {
    const Lanes& surviving = stocks.shares.at_entry();
    const Lanes older = stocks.begin(year);
    const auto [addition, kept] = asked_by_stock(wanted, older, rule);
    check_asked(stocks.block, year, wanted, older, addition, surviving, rule);
    if (any<Lanes>(Lanes(1.0) - kept)) stocks.cohorts.keep(0, year, kept);
    return select(surviving, addition / surviving, Lanes(0.0));
  });
}

}  // namespace critflow
