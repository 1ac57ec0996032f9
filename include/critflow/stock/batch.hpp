#pragma once

#include <span>

#include "critflow/base/arrays.hpp"
#include "critflow/lifetime/entry.hpp"
#include "critflow/lifetime/lifetime.hpp"
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

/// `stock_driven` for many series at once, each with a lifetime of its own, a year per row.
///
/// @param stock      [year][series], finite and >= 0 [unit]
/// @param lifetimes  one per series
/// @throws InvalidValue
[[nodiscard]] BatchHistory stock_driven_batch(const Eigen::Ref<const SeriesTable>& stock,
                                              std::span<const Lifetime> lifetimes,
                                              ShrinkingStock rule = ShrinkingStock::refuse,
                                              const Entry& entry = Entry::end());

}  // namespace critflow
