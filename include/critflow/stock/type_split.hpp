#pragma once

#include <span>
#include <vector>

#include "critflow/base/arrays.hpp"
#include "critflow/lifetime/survival_table.hpp"
#include "critflow/stock/shrinking_stock.hpp"
#include "critflow/stock/stock_history.hpp"

namespace critflow {

/// Several types (chemistries) share one inflow: type g gets inflow(t) * shares(t, g).
///
/// @param inflow  of all types, one entry per step [unit/a]
/// @param shares  of the inflow, [step][type], >= 0, a row sums to one
/// @param tables  the lifetimes of each type, on one axis
/// @returns a history for each type
/// @throws InvalidValue
[[nodiscard]] std::vector<StockHistory> inflow_driven(const Eigen::ArrayXd& inflow,
                                                      const Eigen::ArrayXXd& shares,
                                                      std::span<const SurvivalTable> tables);

/// Several types share one stock: their inflow together keeps it, and splits by `shares`.
///
///     inflow(t) = (stock(t) - what is left of older cohorts of all types)
///                 / sum over types g of shares(t, g) * survival_g(t, t) / length(t)
///
/// @param stock           of all types, at the end of each step after the earlier inflow [unit]
/// @param shares          of the inflow, [step][type] for the same steps, >= 0, a row sums to one
/// @param tables          the lifetimes of each type, on one axis
/// @param rule            early retirement cuts all cohorts of all types alike
/// @param earlier_inflow  of the steps before, [step][type], >= 0 [unit/a]
/// @returns a history for each type, of all steps
/// @throws InvalidValue
[[nodiscard]] std::vector<StockHistory> stock_driven(const Eigen::ArrayXd& stock,
                                                     const Eigen::ArrayXXd& shares,
                                                     std::span<const SurvivalTable> tables,
                                                     ShrinkingStock rule = ShrinkingStock::refuse,
                                                     const Eigen::ArrayXXd& earlier_inflow = {});

}  // namespace critflow
