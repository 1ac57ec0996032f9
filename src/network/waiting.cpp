#include "critflow/network/waiting.hpp"

#include <utility>

#include "base/index.hpp"
#include "critflow/network/builder.hpp"

namespace critflow {

namespace {

enum Port {
  most,      // capacity
  patience,  // longest wait
  room,      // capacity that the queue leaves for this year's arrivals
  served,    // from the queue
  expired,
  held,  // in the queue at the end of the year
  arrived
};

}  // namespace

void Waiting::describe(Builder& builder) const {
  const Group arriving = builder.passes_on();
  const Group queue = builder.stock("queue");
  const Group plant = builder.passes_on("served");
  const Group late = builder.passes_on("waited too long");
  builder.door(FlowRule::done, plant);
  builder.door(FlowRule::rest, late);
  builder.reads(most, builder.of_instance(capacity, "capacity"));
  builder.reads(patience, builder.of_instance(longest_wait, "longest_wait"));
  builder.gate(arriving, plant, queue, builder.writes_for_instance(room, "room left"), lead);
  builder.release(queue, plant, builder.writes_for_layer(served, "served"));
  builder.release(queue, late, builder.writes_for_layer(expired, "waited too long"));
  builder.level(queue, builder.writes_for_layer(held, "waiting"));
  builder.reads(arrived, queue);
}

template <Real R>
Waiting::Queues<R> Waiting::start(const View<R>& view) const {
  return Queues<R>(at(view.instances()));
}

template <Real R>
void Waiting::route(const View<R>& view, Queues<R>& queues) const {
  const int year = view.years()[view.step()];
  const R length(view.years().length(view.step()));
  for (int i = 0; i < view.instances(); ++i) {
    std::vector<R> from_queue(at(view.layers()), R(0.0)), late = from_queue;
    view(room, i) =
        queues[at(i)].serve(view(most, i) * length, view.layer(lead), from_queue) / length;
    queues[at(i)].expire(year, view(patience, i), late);
    for (int l = 0; l < view.layers(); ++l) {
      view(served, i, l) = from_queue[at(l)] / length;
      view(expired, i, l) = late[at(l)] / length;
    }
  }
}

template <Real R>
void Waiting::settle(const View<R>& view, Queues<R>& queues) const {
  const R length(view.years().length(view.step()));
  for (int i = 0; i < view.instances(); ++i) {
    std::vector<R> lot;
    for (int l = 0; l < view.layers(); ++l) lot.push_back(view(arrived, i, l) * length);
    queues[at(i)].join(view.years()[view.step()], std::move(lot));
    for (int l = 0; l < view.layers(); ++l) view(held, i, l) = queues[at(i)].holds(l);
  }
}

template Waiting::Queues<double> Waiting::start(const View<double>&) const;
template Waiting::Queues<Lanes> Waiting::start(const View<Lanes>&) const;
template void Waiting::route(const View<double>&, Queues<double>&) const;
template void Waiting::route(const View<Lanes>&, Queues<Lanes>&) const;
template void Waiting::settle(const View<double>&, Queues<double>&) const;
template void Waiting::settle(const View<Lanes>&, Queues<Lanes>&) const;

}  // namespace critflow
