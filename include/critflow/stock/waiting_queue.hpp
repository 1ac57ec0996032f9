#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <utility>
#include <vector>

#include "critflow/base/lanes.hpp"

namespace critflow {

/// Lots that wait, served in the order in which they came: the kernel under a queue before a
/// capacity. What a lot holds of each layer stays together; a part of a lot is the same share of
/// every layer.
template <Real R>
class WaitingQueue {
 public:
  /// The lot of `year` joins at the end, with what it holds of each layer [unit].
  void join(int year, std::vector<R> holds) { lots_.push_back({year, std::move(holds)}); }

  /// Serves the oldest first, at most `room` of the layer `lead` [unit].
  /// @param served  gets, by layer, what is served on top [unit]
  /// @return the room that is left
  R serve(R room, int lead, std::span<R> served) {
    for (Lot& lot : lots_) {
      const R waits = lot.holds[static_cast<std::size_t>(lead)];
      const R taken = smaller(room, waits);
      const R share = ratio(taken, waits);
      room -= taken;
      for (std::size_t l = 0; l < served.size(); ++l) {
        const R part = lot.holds[l] * share;
        served[l] += part;
        lot.holds[l] -= part;
      }
    }
    return room;
  }

  /// Lots that in `year` have waited `longest` years, or more, leave.
  /// @param left  gets, by layer, what leaves on top [unit]
  void expire(int year, const R& longest, std::span<R> left) {
    for (Lot& lot : lots_) {
      const R patience = longest - R(year - lot.year);
      for (std::size_t l = 0; l < left.size(); ++l) {
        left[l] += select(patience, R(0.0), lot.holds[l]);
        lot.holds[l] = select(patience, lot.holds[l], R(0.0));
      }
    }
    while (!lots_.empty() && gone(longest - R(year - lots_.front().year))) lots_.pop_front();
  }

  /// What waits of a layer [unit].
  [[nodiscard]] R holds(int layer) const {
    R sum(0.0);
    for (const Lot& lot : lots_) sum += lot.holds[static_cast<std::size_t>(layer)];
    return sum;
  }

 private:
  struct Lot {
    int year;
    std::vector<R> holds;  ///< by layer
  };

  /// Whether nobody waits any longer, in no lane.
  [[nodiscard]] static bool gone(const R& patience) {
    for (int k = 0; k < lane_count<R>; ++k)
      if (lane(patience, k) > 0.0) return false;
    return true;
  }

  std::deque<Lot> lots_;  ///< oldest first
};

}  // namespace critflow
