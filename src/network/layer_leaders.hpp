#pragma once

#include "critflow/network/view.hpp"
#include "stock_ports.hpp"

namespace critflow {

/// `act(layer)` for each layer that is its own leader, see `Builder::reads_multiples`.
template <Real R, class Act>
void for_each_leader(const View<R>& view, int instance, Act act) {
  for (int l = 0; l < view.layers(); ++l)
    if (view.leader(multiple, instance, l) == l) act(l);
}

}  // namespace critflow
