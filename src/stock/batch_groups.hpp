#pragma once

#include <algorithm>
#include <string>

#include "batch_checks.hpp"
#include "batch_rows.hpp"

namespace critflow {

/// What follows from what is known of many series.
struct BatchAnswer {
  Eigen::Ref<SeriesTable> outflow;
  Eigen::Ref<SeriesTable> other;  ///< the stock where the inflow is known, else the inflow
};

/// Some series side by side, that stay in the cache while they are worked on.
struct SeriesGroup {
  Eigen::Index first;   ///< series
  Eigen::Index series;  ///< how many
  BatchRows known, outflow, other;
};

/// `work(group)` for group after group, whose amounts are checked while they are near.
/// @throws InvalidValue
template <class Work>
void in_groups(const Eigen::Ref<const SeriesTable>& known, const std::string& name,
               const Years& years, BatchAnswer& answer, Work work) {
  const Eigen::Index together = std::min(known.cols(), BatchRows::most_series);
  const BatchRows room(years.size(), together);
  SeriesGroup group{0, together, room, room, room};
  for (; group.first < known.cols(); group.first += together) {
    group.series = std::min(together, known.cols() - group.first);
    group.known.load(known, group.first);
    require_amounts(known, group.first, group.series, years, name);
    work(group);
    group.outflow.store(answer.outflow, group.first);
    group.other.store(answer.other, group.first);
  }
}

}  // namespace critflow
