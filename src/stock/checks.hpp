#pragma once

#include <Eigen/Core>
#include <string>

#include "critflow/base/years.hpp"

namespace critflow {

/// `name[year]`, as faults of a series say where.
[[nodiscard]] std::string at_year(const std::string& name, int year);

/// @throws InvalidValue unless a series called `name` has `wanted` entries
void require_entries(Eigen::Index entries, Eigen::Index wanted, const std::string& name);

/// Checks the entries of a series that begins at step `first`.
/// @throws InvalidValue naming the year of the first that is negative or not finite
void require_amounts(const Eigen::Ref<const Eigen::ArrayXd>& series, const Years& years, int first,
                     const std::string& name);

/// A surplus up to this share of what older cohorts hold is rounding.
inline constexpr double rounded_surplus = 1e-12;

/// Whether older cohorts hold more than the stock, beyond rounding.
[[nodiscard]] bool in_surplus(double stock, double in_use);

/// @throws InvalidValue always: a stock that falls by more than what leaves
[[noreturn]] void refuse_surplus(double stock, double in_use, const std::string& where);

/// @throws InvalidValue always: a stock that asks for units that leave in their step of entry
[[noreturn]] void refuse_fleeting(double addition, const std::string& where);

}  // namespace critflow
