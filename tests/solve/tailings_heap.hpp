#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "critflow/network/builder.hpp"
#include "critflow/network/view.hpp"

using critflow::Builder;
using critflow::Real;
using critflow::View;

/// Tailings and slag on a heap, of which a share is treated again each year.
struct TailingsHeap {
  std::string retreated;  ///< of what lies there at the beginning of a year: parameter or number

  enum Port { share, taken, held, arrived };

  void describe(Builder& builder) const {
    const auto heap = builder.stock();
    const auto out = builder.passes_on("treated again");
    builder.exit(out);
    builder.reads(share, builder.of_instance(retreated, "retreated"));
    builder.release(heap, out, builder.writes_for_layer(taken, "treated again"));
    builder.level(heap, builder.writes_for_layer(held, "on the heap"));
    builder.reads(arrived, heap);
  }

  /// What lies on the heap: [instance][layer].
  template <Real R>
  std::vector<R> start(const View<R>& view) const {
    return std::vector<R>(static_cast<std::size_t>(view.instances() * view.layers()), R(0.0));
  }

  template <Real R>
  void route(const View<R>& view, std::vector<R>& heap) const {
    each(view, heap, [&](R& lies, int i, int l) { view(taken, i, l) = lies * view(share, i); });
  }

  template <Real R>
  void settle(const View<R>& view, std::vector<R>& heap) const {
    each(view, heap, [&](R& lies, int i, int l) {
      lies += view(arrived, i, l) - view(taken, i, l);
      view(held, i, l) = lies;
    });
  }

 private:
  template <Real R, class Do>
  void each(const View<R>& view, std::vector<R>& heap, Do what) const {
    std::size_t next = 0;
    for (int i = 0; i < view.instances(); ++i)
      for (int l = 0; l < view.layers(); ++l) what(heap[next++], i, l);
  }
};
