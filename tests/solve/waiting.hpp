#pragma once

#include <string>
#include <vector>

#include "critflow/network/builder.hpp"
#include "critflow/network/view.hpp"

using critflow::Builder;
using critflow::FlowRule;
using critflow::Real;
using critflow::View;

/// Waste that waits before a plant: served first in, first out; what waited `limit` years leaves.
struct Waiting {
  int limit;             ///< [a]
  std::string capacity;  ///< of the plant: parameter or number [lead layer/a]
  std::string lead;      ///< layer in which the capacity is measured

  enum Port { most, room, served, expired, waiting, arrivals };

  void describe(Builder& builder) const {
    const auto arriving = builder.passes_on();
    const auto queue = builder.stock("queue");
    const auto plant = builder.passes_on("plant");
    const auto late = builder.passes_on("late");
    builder.door(FlowRule::done, plant);
    builder.door(FlowRule::rest, late);
    builder.reads(most, builder.of_instance(capacity, "capacity"));
    builder.gate(arriving, plant, queue, builder.writes_for_instance(room, "room left"), lead);
    builder.release(queue, plant, builder.writes_for_layer(served, "served"));
    builder.release(queue, late, builder.writes_for_layer(expired, "expired"));
    builder.level(queue, builder.writes_for_layer(waiting, "waiting"));
    builder.reads(arrivals, queue);
  }

  /// What waits: [instance][age][layer].
  template <Real R>
  std::vector<R> start(const View<R>& view) const {
    const int lots = view.instances() * limit * view.layers();
    return std::vector<R>(static_cast<std::size_t>(lots), R(0.0));
  }

  template <Real R>
  void route(const View<R>& view, std::vector<R>& waits) const {
    for (int i = 0; i < view.instances(); ++i) {
      view(room, i) = view(most, i);
      for (int l = 0; l < view.layers(); ++l) view(served, i, l) = R(0.0);
      for (int age = limit - 1; age >= 0; --age) {
        R* lot = lot_of(view, waits, i, age);
        const R mass = lot[view.layer(lead)];
        const R taken = critflow::smaller(view(room, i), mass);
        view(room, i) -= taken;
        for (int l = 0; l < view.layers(); ++l) {
          const R part = lot[l] * critflow::ratio(taken, mass);
          view(served, i, l) += part;
          lot[l] -= part;
        }
      }
      for (int l = 0; l < view.layers(); ++l)
        view(expired, i, l) = lot_of(view, waits, i, limit - 1)[l];
    }
  }

  template <Real R>
  void settle(const View<R>& view, std::vector<R>& waits) const {
    for (int i = 0; i < view.instances(); ++i)
      for (int l = 0; l < view.layers(); ++l) {
        view(waiting, i, l) = R(0.0);
        for (int age = limit - 1; age >= 0; --age) {
          R& lot = lot_of(view, waits, i, age)[l];
          lot = age > 0 ? lot_of(view, waits, i, age - 1)[l] : view(arrivals, i, l);
          view(waiting, i, l) += lot;
        }
      }
  }

 private:
  template <Real R>
  R* lot_of(const View<R>& view, std::vector<R>& waits, int instance, int age) const {
    return waits.data() + (instance * limit + age) * view.layers();
  }
};
