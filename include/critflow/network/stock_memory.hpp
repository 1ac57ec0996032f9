#pragma once

#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/network/survival_curves.hpp"
#include "critflow/stock/cohort_kernel.hpp"

namespace critflow {

/// What a stock remembers from year to year in one run.
template <Real R>
struct StockMemory {
  SurvivalCurves<R> curves{};
  int lead = -1;  ///< position of the lead layer
  int layers = 1;
  std::vector<CohortProjection<R>> cohorts{};  ///< [instance][layer]
  std::vector<std::vector<int>> groups{};      ///< instances that share one prescribed stock
  std::vector<std::vector<R>> entered{};       ///< [instance][layer], by cohort: of age classes
  std::vector<R> owed{};                       ///< [instance]: missed and asked for again
  std::vector<CohortProjection<R>> lost{};     ///< [instance]: missed, as if it had come

  [[nodiscard]] CohortProjection<R>& of(int instance, int layer) {
    return cohorts[static_cast<std::size_t>(instance * layers + layer)];
  }
};

}  // namespace critflow
