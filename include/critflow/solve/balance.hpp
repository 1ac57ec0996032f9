#pragma once

#include <string>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/solve/certificate.hpp"
#include "critflow/solve/plan.hpp"

namespace critflow {

/// How well a run closes: for the worst vertex, layer and year
///
///     residual = |inputs - outputs - change of stock / length of the step|,
///
/// relative to the largest flow of that layer in the whole run.
struct Balance {
  double worst = 0.0;   ///< [1]
  std::string where{};  ///< vertex and year; empty where nothing flows
  /// A run that closes worse than this is an error.
  static constexpr double most = 1e-9;
};

/// Why each year of a run has exactly one solution.
struct Uniqueness {
  int blocks = 0;                             ///< loops with several clamps
  Certificate weakest = Certificate::pivots;  ///< of all blocks and years
  std::string where{};                        ///< block and year of the weakest
};

/// Watches a run year by year, lane by lane.
template <Real R>
class BalanceWatch {
 public:
  explicit BalanceWatch(const Plan::Compiled& plan);

  /// Before the first year: what is in stock.
  void start(const std::vector<R>& slots);
  /// After each year.
  void look(const std::vector<R>& slots, int step);
  [[nodiscard]] Balance result(int lane) const;

 private:
  struct Worst {
    R residual{0.0};
    std::vector<int> vertex;  ///< by lane
    std::vector<int> step;
  };

  void find_residuals(const std::vector<R>& slots, double length);

  const Plan::Compiled& plan_;
  std::vector<R> levels_;        ///< of last year, as in `plan_.levels`
  std::vector<R> residuals_;     ///< of this year, by vertex
  std::vector<R> largest_flow_;  ///< by layer
  std::vector<Worst> worst_;     ///< by layer
};

}  // namespace critflow
