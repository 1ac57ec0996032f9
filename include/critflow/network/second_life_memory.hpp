#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/network/survival_curves.hpp"

namespace critflow {

/// What a stock with second life remembers from year to year in one run.
template <Real R>
struct SecondLifeMemory {
  /// The cohorts of new or of repurposed units, by the year in which they entered this stock.
  class Part {
   public:
    Part() = default;
    Part(SurvivalCurves<R> lives, int instances, int layers, int lead)
        : lives_(std::move(lives)),
          layers_(layers),
          lead_(lead),
          entered_(static_cast<std::size_t>(instances * layers)),
          kept_(static_cast<std::size_t>(instances)) {}

    /// What is in use loses all but `share` of its service.
    void fade(int instance, const R& share) {
      for (R& kept : kept_[static_cast<std::size_t>(instance)]) kept *= share;
    }
    /// This step's cohort in a layer, the lead layer included.
    void enter(int instance, int layer, const R& amount) {
      entered_[place(instance, layer)].push_back(amount);
      if (layer == lead_) kept_[static_cast<std::size_t>(instance)].push_back(R(1.0));
    }
    /// Of a cohort, what is in use at the end of a step.
    [[nodiscard]] R held(int instance, int layer, int cohort, int step) const {
      return left(instance, layer, cohort) * lives_.survival(instance, cohort, step);
    }
    /// In use at the end of a step, of all that have entered.
    [[nodiscard]] R in_use(int instance, int layer, int step) const {
      R sum(0.0);
      for (int cohort = 0; cohort < cohorts(instance, layer); ++cohort)
        sum += held(instance, layer, cohort, step);
      return sum;
    }
    /// What leaves during a step, of all that entered before it.
    [[nodiscard]] R leaving(int instance, int layer, int step) const {
      R sum(0.0);
      for (int cohort = 0; cohort < cohorts(instance, layer); ++cohort)
        sum += left(instance, layer, cohort) * lives_.leaving(instance, cohort, step);
      return sum;
    }
    /// Of what enters in a step, the share in use at its end.
    [[nodiscard]] const R& stays(int instance, int step) const {
      return lives_.survival(instance, step, step);
    }

   private:
    [[nodiscard]] std::size_t place(int instance, int layer) const {
      return static_cast<std::size_t>(instance * layers_ + layer);
    }
    [[nodiscard]] int cohorts(int instance, int layer) const {
      return static_cast<int>(entered_[place(instance, layer)].size());
    }
    /// What entered, and of the service what has not faded.
    [[nodiscard]] R left(int instance, int layer, int cohort) const {
      const R& entered = entered_[place(instance, layer)][static_cast<std::size_t>(cohort)];
      if (layer != lead_) return entered;
      return entered * kept_[static_cast<std::size_t>(instance)][static_cast<std::size_t>(cohort)];
    }

    SurvivalCurves<R> lives_{};
    int layers_ = 1;
    int lead_ = 0;
    std::vector<std::vector<R>> entered_{};  ///< [instance][layer][cohort]
    std::vector<std::vector<R>> kept_{};     ///< [instance][cohort]: of the service, since entry
  };

  Part fresh{};
  Part repurposed{};
  int lead = 0;           ///< position of the lead layer
  int steps_settled = 0;  ///< in which something may have entered

  /// Of a layer, what units that entered with a cohort hold now.
  [[nodiscard]] R held(int instance, int layer, int cohort) const {
    const int now = steps_settled - 1;
    if (cohort > now) return R(0.0);
    return fresh.held(instance, layer, cohort, now) + repurposed.held(instance, layer, cohort, now);
  }
};

}  // namespace critflow
