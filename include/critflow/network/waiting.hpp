#pragma once

#include <string>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/network/view.hpp"
#include "critflow/stock/waiting_queue.hpp"

namespace critflow {

class Builder;

/// A queue before a capacity: waste that waits for a plant. What came first is served first, in all
/// layers alike; this year's arrivals get the capacity that what waits has left, and join the queue
/// with the rest. What has waited `longest_wait` years and is not served then, leaves.
///
///     served(t)  = min(capacity(t), waiting(t - 1) + arrivals(t))      in the lead layer
///     waiting(t) = waiting(t - 1) + arrivals(t) - served(t) - expired(t)
///
/// Flows with the rule `done` carry what is served, flows with `rest` what waited too long. A lot
/// is as old as the years since that of the step in which it came, however long the steps are.
struct Waiting {
  std::string capacity;      ///< parameter or number [lead layer/a]
  std::string longest_wait;  ///< parameter or number [a]
  std::string lead;          ///< layer in which the capacity is measured

  template <Real R>
  using Queues = std::vector<WaitingQueue<R>>;  ///< by instance

  void describe(Builder& builder) const;

  template <Real R>
  [[nodiscard]] Queues<R> start(const View<R>& view) const;
  template <Real R>
  void route(const View<R>& view, Queues<R>& queues) const;
  template <Real R>
  void settle(const View<R>& view, Queues<R>& queues) const;
};

}  // namespace critflow
