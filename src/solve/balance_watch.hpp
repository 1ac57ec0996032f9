#pragma once

#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/solve/balance.hpp"
#include "critflow/solve/plan.hpp"
#include "watch_plan.hpp"
#include "year_kernels.hpp"

namespace critflow {

/// Watches a run year by year, lane by lane.
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
  const Plan::Compiled& plan_;
  const WatchPlan& watch_;
  Watched<R> watched_;
};

}  // namespace critflow
