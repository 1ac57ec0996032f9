#pragma once

#include "critflow/base/arrays.hpp"
#include "critflow/lifetime/lifetime.hpp"
#include "critflow/lifetime/survival_table.hpp"
#include "critflow/stock/shrinking_stock.hpp"
#include "critflow/stock/stock_history.hpp"

namespace critflow {

/// Stock known: the inflow that keeps it there, and the outflow, follow.
///
///     inflow(t) = (stock(t) - sum over cohorts c < t of what is left of c) / survival(t, t)
///                 / length(t)
///
/// Where older cohorts alone exceed the stock, `rule` decides; a surplus below 1e-12 of the stock
/// is rounding and never refused. The stock obtained is the stock prescribed, under every rule.
///
/// @param stock           at the end of each step after the earlier inflow, finite and >= 0 [unit]
/// @param earlier_inflow  of the steps before, >= 0 [unit/a]: see `initial_stock.hpp`
/// @returns all steps, the earlier ones first
/// @throws InvalidValue; also where a stock asks for units and none survives its step of entry
[[nodiscard]] StockHistory stock_driven(const Eigen::ArrayXd& stock, const SurvivalTable& table,
                                        ShrinkingStock rule = ShrinkingStock::refuse,
                                        const Eigen::ArrayXd& earlier_inflow = {});

/// The same for a year per entry, one lifetime for all cohorts, and entry at the end of the year.
/// Faults count the years from 1.
/// @throws InvalidValue
[[nodiscard]] StockHistory stock_driven(const Eigen::ArrayXd& stock, const Lifetime& lifetime,
                                        ShrinkingStock rule = ShrinkingStock::refuse);

}  // namespace critflow
