#pragma once

#include "critflow/base/arrays.hpp"
#include "critflow/lifetime/lifetime.hpp"
#include "critflow/lifetime/survival_table.hpp"
#include "critflow/stock/stock_history.hpp"

namespace critflow {

/// Sales known: stock and outflow follow.
///
///     stock(t) = sum over cohorts c <= t of inflow(c) * length(c) * survival(t, c)
///     outflow(t) = sum over cohorts c <= t of inflow(c) * length(c) * leaving(t, c) / length(t)
///
/// The outflow is summed, not taken as a difference of stocks, so it keeps its digits while little
/// leaves. What was in use before belongs on the axis too: see `initial_stock.hpp`.
///
/// @param inflow  one entry per step of the table, finite and >= 0 [unit/a]
/// @throws InvalidValue
[[nodiscard]] StockHistory inflow_driven(const Eigen::ArrayXd& inflow, const SurvivalTable& table);

/// The same for a year per entry, one lifetime for all cohorts, and entry at the end of the year:
/// ages are whole years. Faults count the years from 1.
///
///     inflow_driven(sales, Weibull(3.0, 14.0)).outflow
///
/// @throws InvalidValue
[[nodiscard]] StockHistory inflow_driven(const Eigen::ArrayXd& inflow, const Lifetime& lifetime);

}  // namespace critflow
