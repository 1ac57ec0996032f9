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

/// Fills the numbers at `port` in the other layers.
template <Real R>
void follow_leaders(const View<R>& view, int port, int instance) {
  for (int l = 0; l < view.layers(); ++l)
    if (const int leader = view.leader(multiple, instance, l); leader != l)
      view(port, instance, l) = view(port, instance, leader) * view(multiple, instance, l);
}

}  // namespace critflow
