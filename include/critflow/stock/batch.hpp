#pragma once

#include <span>

#include "critflow/base/arrays.hpp"
#include "critflow/lifetime/entry.hpp"
#include "critflow/lifetime/lifetime.hpp"
#include "critflow/lifetime/survival_table.hpp"
#include "critflow/stock/shrinking_stock.hpp"

namespace critflow {

/// Many series side by side: [year][series], laid out as NumPy does.
using SeriesTable = Eigen::Array<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// The totals of many stocks, each as in `StockHistory`.
struct BatchHistory {
  SeriesTable inflow;   ///< into use [unit/a]
  SeriesTable outflow;  ///< out of use [unit/a]
  SeriesTable stock;    ///< in use at the end of the year [unit]
};

/// `inflow_driven` for many series at once, each with a lifetime of its own, a year per row.
/// Each series has the same bits whatever stands beside it, and is within 1e-13 of
/// `inflow_driven`: shares of Weibull lifetimes are made side by side. Memory is that of the
/// totals.
///
/// @param inflow     [year][series], finite and >= 0 [unit/a]
/// @param lifetimes  one per series
/// @throws InvalidValue
[[nodiscard]] BatchHistory inflow_driven_batch(const Eigen::Ref<const SeriesTable>& inflow,
                                               std::span<const Lifetime> lifetimes,
                                               const Entry& entry = Entry::end());

/// The same for series that share one table, whether it goes by age or changes from cohort to
/// cohort: about twice as fast, since each share is read once for 32 series.
///
/// @param inflow  [step][series], a row per step of the table, finite and >= 0 [unit/a]
/// @throws InvalidValue
[[nodiscard]] BatchHistory inflow_driven_batch(const Eigen::Ref<const SeriesTable>& inflow,
                                               const SurvivalTable& table);

/// The same for series that share one lifetime, a year per row.
/// @throws InvalidValue
[[nodiscard]] BatchHistory inflow_driven_batch(const Eigen::Ref<const SeriesTable>& inflow,
                                               const Lifetime& lifetime,
                                               const Entry& entry = Entry::end());

/// `stock_driven` for many series at once, each with a lifetime of its own, a year per row. The
/// stock of the history is the one given.
///
/// @param stock      [year][series], finite and >= 0 [unit]
/// @param lifetimes  one per series
/// @throws InvalidValue
[[nodiscard]] BatchHistory stock_driven_batch(const Eigen::Ref<const SeriesTable>& stock,
                                              std::span<const Lifetime> lifetimes,
                                              ShrinkingStock rule = ShrinkingStock::refuse,
                                              const Entry& entry = Entry::end());

/// The same for series that share one table, a row per step of it.
/// @throws InvalidValue
[[nodiscard]] BatchHistory stock_driven_batch(const Eigen::Ref<const SeriesTable>& stock,
                                              const SurvivalTable& table,
                                              ShrinkingStock rule = ShrinkingStock::refuse);

/// The same for series that share one lifetime, a year per row.
/// @throws InvalidValue
[[nodiscard]] BatchHistory stock_driven_batch(const Eigen::Ref<const SeriesTable>& stock,
                                              const Lifetime& lifetime,
                                              ShrinkingStock rule = ShrinkingStock::refuse,
                                              const Entry& entry = Entry::end());

/// The same into tables of the caller's, of the shape of what is given and apart from it and from
/// each other. New memory takes as long as the products: tables that are filled again, or lie in
/// large pages, save that. After a fault they hold parts.
/// @throws InvalidValue
void inflow_driven_batch(const Eigen::Ref<const SeriesTable>& inflow,
                         std::span<const Lifetime> lifetimes, const Entry& entry,
                         Eigen::Ref<SeriesTable> outflow, Eigen::Ref<SeriesTable> stock);
void inflow_driven_batch(const Eigen::Ref<const SeriesTable>& inflow, const SurvivalTable& table,
                         Eigen::Ref<SeriesTable> outflow, Eigen::Ref<SeriesTable> stock);
void stock_driven_batch(const Eigen::Ref<const SeriesTable>& stock,
                        std::span<const Lifetime> lifetimes, ShrinkingStock rule,
                        const Entry& entry, Eigen::Ref<SeriesTable> inflow,
                        Eigen::Ref<SeriesTable> outflow);
void stock_driven_batch(const Eigen::Ref<const SeriesTable>& stock, const SurvivalTable& table,
                        ShrinkingStock rule, Eigen::Ref<SeriesTable> inflow,
                        Eigen::Ref<SeriesTable> outflow);

}  // namespace critflow
