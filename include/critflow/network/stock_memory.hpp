#pragma once

#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/network/survival_curves.hpp"
#include "critflow/stock/cohort_sums.hpp"

namespace critflow {

/// What a stock remembers from year to year in one run.
template <Real R>
struct StockMemory {
  SurvivalCurves<R> curves{};
  int lead = -1;  ///< position of the lead layer
  int layers = 1;
  std::vector<CohortSums<R>> cohorts{};    ///< [instance][layer]
  std::vector<std::vector<int>> groups{};  ///< instances that share one prescribed stock
  std::vector<R> owed{};                   ///< [instance]: missed and asked for again
  std::vector<CohortSums<R>> lost{};       ///< [instance]: missed, as if it had come

  [[nodiscard]] CohortSums<R>& of(int instance, int layer) {
    return cohorts[static_cast<std::size_t>(instance * layers + layer)];
  }
};

}  // namespace critflow
