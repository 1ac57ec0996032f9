#include "critflow/stock/batch.hpp"

#include <algorithm>
#include <cstddef>

#include "base/index.hpp"
#include "batch_checks.hpp"
#include "batch_groups.hpp"
#include "batch_shares.hpp"
#include "checks.hpp"
#include "critflow/base/lanes.hpp"
#include "critflow/stock/cohort_kernel.hpp"
#include "critflow/stock/cohort_sums.hpp"

namespace critflow {

namespace {

constexpr int width = lane_count<Lanes>;

/// What a march knows of the series of one pack: their cohorts so far, and the shares of those to
/// come. The last pack may be short; its spare lanes hold zeros.
struct Stocks {
  Eigen::Index first;  ///< series
  Eigen::Index count;
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
  /// @return what leaves in the year
  Lanes enter(int year, const Lanes& amount) {
    const Lanes leaving = cohorts.leaving(0, year) + amount * shares.leaving_at_entry();
    cohorts.enter(0, year, amount, ahead);
    return leaving;
  }
};

/// `follow(year, known, stocks, outflow, other)` for each year of each series.
template <class Follow>
void march(const Eigen::Ref<const SeriesTable>& known, const std::string& name,
           std::span<const Lifetime> lifetimes, const Entry& entry, BatchAnswer answer,
           Follow follow) {
  require_entries(static_cast<Eigen::Index>(lifetimes.size()), known.cols(), "lifetimes");
  const Years years(1, static_cast<int>(known.rows()));
  in_groups(known, name, years, answer, [&](SeriesGroup& group) {
    for (int b = 0; b * width < group.series; ++b) {
      const Eigen::Index first = group.first + b * width;
      const Eigen::Index count = std::min<Eigen::Index>(width, known.cols() - first);
      const auto lives =
          lifetimes.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count));
      const BatchShares shares(years, lives, entry);
      Stocks stocks{first, count, shares, CohortSums<Lanes>(1, years.size())};
      for (int year = 0; year < years.size(); ++year)
        follow(year, group.known.of(b)[at(year)], stocks, group.outflow.of(b)[at(year)],
               group.other.of(b)[at(year)]);
    }
  });
}

}  // namespace

void inflow_driven_batch(const Eigen::Ref<const SeriesTable>& inflow,
                         std::span<const Lifetime> lifetimes, const Entry& entry,
                         Eigen::Ref<SeriesTable> outflow, Eigen::Ref<SeriesTable> stock) {
  require_shape(outflow, inflow, "outflow");
  require_shape(stock, inflow, "stock");
  march(inflow, "inflow", lifetimes, entry, {outflow, stock},
        [](int year, const Lanes& entering, Stocks& stocks, Lanes& leaving, Lanes& in_use) {
          static_cast<void>(stocks.begin(year));
          leaving = stocks.enter(year, entering);
          in_use = stocks.cohorts.in_use(0, year);
        });
}

void stock_driven_batch(const Eigen::Ref<const SeriesTable>& stock,
                        std::span<const Lifetime> lifetimes, ShrinkingStock rule,
                        const Entry& entry, Eigen::Ref<SeriesTable> inflow,
                        Eigen::Ref<SeriesTable> outflow) {
  require_shape(inflow, stock, "inflow");
  require_shape(outflow, stock, "outflow");
  march(stock, "stock", lifetimes, entry, {outflow, inflow},
        [rule](int year, const Lanes& wanted, Stocks& stocks, Lanes& leaving, Lanes& entering) {
          const Lanes& surviving = stocks.shares.at_entry();
          const Lanes older = stocks.begin(year);
          require_askable(stocks.first, stocks.count, year + 1, wanted, older, surviving, rule);
          const auto [addition, kept] = asked_by_stock(wanted, older, rule);
          if (any<Lanes>(Lanes(1.0) - kept)) stocks.cohorts.keep(0, year, kept);
          entering = select(surviving, addition / surviving, Lanes(0.0));
          leaving = stocks.enter(year, entering);
        });
}

}  // namespace critflow
