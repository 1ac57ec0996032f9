#pragma once

#include <string>

#include "critflow/base/lanes.hpp"
#include "critflow/network/view.hpp"

/// What a stock that is prescribed refuses, lane by lane.

namespace critflow {

/// Nothing can be added to a stock of which nothing stays.
template <Real R>
void refuse_what_leaves_at_once(const View<R>& view, int instance, const std::string& lifetime,
                                const R& stays) {
  for (int k = 0; k < lane_count<R>; ++k)
    if (!(lane(stays, k) > 0.0))
      view.complain(k, instance,
                    {.where = "." + lifetime,
                     .what = "nothing stays to the end of its year of entry",
                     .value = "0",
                     .rule = "be > 0 where the stock is prescribed"});
}

/// @param shrinks_faster_than  what its units do on their own
template <Real R>
void refuse_surplus(const View<R>& view, int instance, const std::string& shrinks_faster_than,
                    const R& wanted, const R& in_use) {
  for (int k = 0; k < lane_count<R>; ++k)
    if (lane(in_use, k) > lane(wanted, k) * (1.0 + 1e-12))
      view.complain(k, instance,
                    {.where = ".driver",
                     .what = "stock shrinks faster than its " + shrinks_faster_than + " in " +
                             std::to_string(view.years()[view.step()]),
                     .value = shown(lane(in_use, k)) + " left of older cohorts",
                     .rule = "be at most the prescribed " + shown(lane(wanted, k)) +
                             "; or choose shrinking = \"retire_early\""});
}

}  // namespace critflow
