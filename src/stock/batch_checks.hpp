#pragma once

#include <Eigen/Core>
#include <string>

#include "critflow/base/lanes.hpp"
#include "critflow/base/years.hpp"
#include "critflow/stock/batch.hpp"

namespace critflow {

/// @throws InvalidValue unless a table called `name` has the shape of what is known
void require_shape(const Eigen::Ref<const SeriesTable>& table,
                   const Eigen::Ref<const SeriesTable>& known, const std::string& name);

/// @throws InvalidValue naming the first of some series and years that is not finite and >= 0
void require_amounts(const Eigen::Ref<const SeriesTable>& table, Eigen::Index first,
                     Eigen::Index series, const Years& years, const std::string& name);

/// Refuses what `stock_driven` refuses, naming year and series.
/// @param first      series, that of the first lane
/// @param count      of lanes that are series
/// @param older      in use at the end of the year, of older cohorts
/// @param surviving  of what enters, in use at the end of the year
/// @throws InvalidValue
void require_askable(Eigen::Index first, Eigen::Index count, int year, const Lanes& stock,
                     const Lanes& older, const Lanes& surviving, ShrinkingStock rule);

}  // namespace critflow
