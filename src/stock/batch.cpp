#include "critflow/stock/batch.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "checks.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/base/lanes.hpp"
#include "critflow/lifetime/survival_table.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "critflow/stock/cohort_kernel.hpp"
#include "lifetime/weibull_shares.hpp"

namespace critflow {

namespace {

constexpr Eigen::Index width = lane_count<Lanes>;

/// The series that stand side by side in one pack: `count` of them from `first` on. The last pack
/// may be short; its spare lanes hold zeros.
struct Block {
  Eigen::Index first;
  int count;

  [[nodiscard]] Lanes load(const Eigen::Ref<const SeriesTable>& from, int year) const {
    Lanes row{0.0};
    for (int i = 0; i < count; ++i) set_lane(row, i, from(year, first + i));
    return row;
  }
  void store(const Lanes& row, int year, SeriesTable& to) const {
    for (int i = 0; i < count; ++i) to(year, first + i) = lane(row, i);
  }
};

/// The shares of a block's lifetimes by age: those of Weibull lifetimes all at once, the others
/// from a table each.
struct Shares {
  std::vector<Lanes> survival;
  std::vector<Lanes> leaving;

  Shares(const Block& block, const Years& years, std::span<const Lifetime> lifetimes,
         const Entry& entry)
      : survival(static_cast<std::size_t>(years.size()), Lanes(0.0)), leaving(survival) {
    const std::span<const Lifetime> lives = lifetimes.subspan(
        static_cast<std::size_t>(block.first), static_cast<std::size_t>(block.count));
    fill_weibulls(years, lives, entry);
    for (int i = 0; i < block.count; ++i) {
      const Lifetime& life = lives[static_cast<std::size_t>(i)];
      if (life.as<Weibull>() == nullptr) fill_lane(i, SurvivalTable(years, life, entry));
    }
  }

 private:
  void fill_weibulls(const Years& years, std::span<const Lifetime> lives, const Entry& entry) {
    Lanes shape(1.0), log2_scale(0.0);
    for (std::size_t i = 0; i < lives.size(); ++i)
      if (const auto* life = lives[i].as<Weibull>()) {
        set_lane(shape, static_cast<int>(i), life->shape());
        set_lane(log2_scale, static_cast<int>(i), std::log2(life->scale()));
      }
    std::vector<Lanes> in_use(survival.size()), gone(survival.size());
    for (const auto& [place, share] : entry.points()) {
      weibull_shares<Lanes>(log2_ages(years.size(), place), shape, log2_scale, in_use.data(),
                            gone.data());
      for (std::size_t age = 0; age < survival.size(); ++age) {
        survival[age] += Lanes(share) * in_use[age];
        leaving[age] += Lanes(share) * gone[age];
      }
    }
  }

  void fill_lane(int i, const SurvivalTable& table) {
    for (std::size_t age = 0; age < survival.size(); ++age) {
      set_lane(survival[age], i, table.survival_of(0)[age]);
      set_lane(leaving[age], i, table.leaving_of(0)[age]);
    }
  }
};

/// `march(block, shares, cohorts)` for each block of series, then its totals into the result.
template <class March>
void for_each_block(const Years& years, std::span<const Lifetime> lifetimes, const Entry& entry,
                    BatchHistory& result, March march) {
  const auto series = static_cast<Eigen::Index>(lifetimes.size());
  for (Eigen::Index first = 0; first < series; first += width) {
    const Block block{first, static_cast<int>(std::min(width, series - first))};
    const Shares shares(block, years, lifetimes, entry);
    CohortProjection<Lanes> cohorts(years.size());
    march(block, shares, cohorts);
    for (int year = 0; year < years.size(); ++year) {
      block.store(cohorts.leaving(year), year, result.outflow);
      block.store(cohorts.in_use(year), year, result.stock);
    }
  }
}

void enter(CohortProjection<Lanes>& cohorts, int year, const Lanes& amount, const Shares& shares) {
  const std::size_t left = shares.survival.size() - static_cast<std::size_t>(year);
  cohorts.enter(year, amount, std::span(shares.survival).first(left),
                std::span(shares.leaving).first(left));
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
  BatchHistory result{inflow, SeriesTable(inflow.rows(), inflow.cols()),
                      SeriesTable(inflow.rows(), inflow.cols())};
  for_each_block(years, lifetimes, entry, result,
                 [&](const Block& block, const Shares& shares, CohortProjection<Lanes>& cohorts) {
                   for (int year = 0; year < years.size(); ++year)
                     enter(cohorts, year, block.load(inflow, year), shares);
                 });
  return result;
}

BatchHistory stock_driven_batch(const Eigen::Ref<const SeriesTable>& stock,
                                std::span<const Lifetime> lifetimes, ShrinkingStock rule,
                                const Entry& entry) {
  const Years years = checked_years(stock, lifetimes.size(), "stock");
  BatchHistory result{SeriesTable(stock.rows(), stock.cols()),
                      SeriesTable(stock.rows(), stock.cols()),
                      SeriesTable(stock.rows(), stock.cols())};
  for_each_block(years, lifetimes, entry, result,
                 [&](const Block& block, const Shares& shares, CohortProjection<Lanes>& cohorts) {
                   const Lanes& surviving = shares.survival.front();
                   for (int year = 0; year < years.size(); ++year) {
                     const Lanes wanted = block.load(stock, year);
                     const Lanes older = cohorts.in_use(year);
                     const auto [addition, kept] = asked_by_stock(wanted, older, rule);
                     check_asked(block, year, wanted, older, addition, surviving, rule);
                     if (rule == ShrinkingStock::retire_early) cohorts.keep(year, kept);
                     const Lanes amount = select(surviving, addition / surviving, Lanes(0.0));
                     block.store(amount, year, result.inflow);
                     enter(cohorts, year, amount, shares);
                   }
                 });
  return result;
}

}  // namespace critflow
