#pragma once

#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/solve/balance.hpp"
#include "critflow/solve/plan.hpp"
#include "year_kernels.hpp"

namespace critflow {

/// Watches a run year by year, lane by lane. Where the year itself adds up what a vertex gets, that
/// sum is compared with what it gives; where a vertex gives on the very numbers it gets, there is
/// nothing to compare.
template <Real R>
class BalanceWatch {
 public:
  explicit BalanceWatch(const Plan::Compiled& plan);

  /// Before the first year: what is in stock. Forgets every year before.
  void start(const std::vector<R>& slots);
  /// After each year.
  void look(const std::vector<R>& slots, int step);
  [[nodiscard]] Balance result(int lane) const;
  /// Of all flows and residuals of all years, whatever their sign: not finite as soon as a flow or
  /// a stock is not.
  [[nodiscard]] const R& total() const { return watched_.total; }

 private:
  [[nodiscard]] std::vector<int> slots_of(const std::vector<int>& edges) const;
  int add(const std::vector<int>& slots);
  void add_layer(int layer, std::vector<int> slots);

  const Plan::Compiled& plan_;
  std::vector<FlowsOfLayer> layers_;
  std::vector<Closing> vertices_;
  std::vector<int> slots_;
  std::vector<int> level_slots_;
  Watched<R> watched_;
};

}  // namespace critflow
