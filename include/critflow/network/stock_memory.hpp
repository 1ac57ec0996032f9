#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/network/survival_curves.hpp"
#include "critflow/stock/cohort_sums.hpp"

namespace critflow {

/// What a stock remembers from year to year in one run.
template <Real R>
struct StockMemory {
  /// A layer of an instance that is its own leader, see `Builder::reads_multiples`.
  struct Leader {
    int instance;
    int layer;
    int series;
  };

  SurvivalCurves<R> curves{};
  int lead = -1;  ///< position of the lead layer
  int layers = 1;
  std::vector<int> series_of{};            ///< [instance][layer], see `series`
  std::vector<Leader> leaders{};           ///< instance by instance
  std::vector<int> first_leader{};         ///< of each instance, and behind the last
  CohortSums<R> cohorts{};                 ///< by series
  std::vector<std::vector<int>> groups{};  ///< instances that share one prescribed stock
  std::vector<R> owed{};                   ///< [instance]: missed and asked for again
  CohortSums<R> lost{};                    ///< by instance: missed, as if it had come

  /// Layers that are multiples of another one have no cohorts of their own.
  [[nodiscard]] int series(int instance, int layer) const {
    return series_of[static_cast<std::size_t>(instance * layers + layer)];
  }
  [[nodiscard]] std::span<const Leader> leaders_of(int instance) const {
    const auto i = static_cast<std::size_t>(instance);
    return std::span(leaders).subspan(
        static_cast<std::size_t>(first_leader[i]),
        static_cast<std::size_t>(first_leader[i + 1] - first_leader[i]));
  }
  /// The shares in the steps that are summed together with this one of the run.
  [[nodiscard]] const SharesAhead<R>& shares(int instance, int step) const {
    constexpr int together = SharesAhead<R>::steps;
    return curves.ahead(instance, curves.history() + step / together * together);
  }
};

}  // namespace critflow
