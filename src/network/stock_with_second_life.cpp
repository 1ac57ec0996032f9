#include "critflow/network/stock_with_second_life.hpp"

#include <cmath>

#include "content_factors.hpp"
#include "critflow/network/builder.hpp"
#include "prescribed_stock.hpp"

namespace critflow {

namespace {

enum Port {
  new_first,
  new_second,
  new_hazard,
  repurposed_first,
  repurposed_second,
  repurposed_hazard,
  wanted,  // service in use at the end of the year
  new_fade,
  repurposed_fade,
  displacement,
  gap,        // what is missing, in new units a year
  displaced,  // of it, by a unit taken
  room,       // the most that is taken a year
  new_released,
  repurposed_released,
  new_at_once,  // share of the year's inflow that leaves in it
  repurposed_at_once,
  entered,
  taken,
  held
};

enum Life { of_new, of_repurposed };  // in the order in which they are read

}  // namespace

void StockWithSecondLife::describe(Builder& builder) const {
  const int lead_layer = builder.layer(lead, "lead");
  if (lead_layer >= 0 && builder.is_conserved(lead_layer))
    builder.fault("lead", "conserved, and a service is not", lead,
                  "be a service layer: conserved = false");
  builder.reads_lifetime(new_first, fresh.lifetime, "new.lifetime");
  builder.reads_lifetime(repurposed_first, repurposed.lifetime, "repurposed.lifetime");
  builder.reads(wanted, builder.of_instance(driver_parameter, "driver"));
  builder.reads(new_fade, builder.of_instance(fresh.fade, "new.fade"));
  builder.reads(repurposed_fade, builder.of_instance(repurposed.fade, "repurposed.fade"));
  builder.reads(displacement,
                builder.of_instance(repurposed.displacement, "repurposed.displacement"));
  describe_flows(builder);
}

void StockWithSecondLife::describe_flows(Builder& builder) const {
  const auto content = full_content_factors(builder, fresh.content, lead, "new.content");
  const Group use = builder.stock();
  const Group asking = builder.answers("asked");
  const Group arriving = builder.passes_on("arriving");
  const Group taking = builder.passes_on("taken");
  const auto door = [&](const std::string& name) {
    const Group out = builder.passes_on(name);
    builder.door(name, out);
    return out;
  };
  const Group new_out = door("new");
  const Group repurposed_out = door("repurposed");
  builder.entrance(asking);
  builder.entrance_of_pushed(arriving);
  builder.gate(arriving, taking, door("not needed"), builder.writes_for_instance(room, "room"),
               lead);
  builder.passes(taking, use);
  builder.fills(use, asking, builder.products(content, "new.content"),
                builder.writes_for_instance(gap, "gap"),
                builder.writes_for_instance(displaced, "displaced"), taking, lead);
  builder.release(use, new_out, builder.writes_for_layer(new_released, "new released"),
                  builder.writes_for_instance(new_at_once, "new leaving at once"), asking);
  builder.release(
      use, repurposed_out, builder.writes_for_layer(repurposed_released, "repurposed released"),
      builder.writes_for_instance(repurposed_at_once, "repurposed leaving at once"), taking);
  builder.level(use, builder.writes_for_layer(held, "in stock"));
  builder.reads(entered, asking);
  builder.reads(taken, taking);
}

template <Real R>
SecondLifeMemory<R> StockWithSecondLife::start(const View<R>& view) const {
  using Part = typename SecondLifeMemory<R>::Part;
  const auto part = [&](int first_port, int life) {
    return Part(SurvivalCurves<R>(view, first_port, 0, life), view.instances(), view.layers(),
                view.layer(lead));
  };
  for (int i = 0; i < view.instances(); ++i)
    for (int l = 0; l < view.layers(); ++l) view(held, i, l) = R(0.0);
  return {.fresh = part(new_first, of_new),
          .repurposed = part(repurposed_first, of_repurposed),
          .lead = view.layer(lead)};
}

namespace {

/// What fades over the step in which a year's value holds.
template <Real R>
R kept(const View<R>& view, int fade, int instance) {
  if (view.step() == 0) return R(1.0);
  const Years& years = view.years();
  const double age = years.bound(view.step() + 1) - years.bound(view.step());
  return each_lane<R>([&](int k) { return std::pow(1.0 - lane(view(fade, instance), k), age); });
}

}  // namespace

template <Real R>
void StockWithSecondLife::route(const View<R>& view, SecondLifeMemory<R>& memory) const {
  const int now = view.step();
  const R length(view.years().length(now));
  for (int i = 0; i < view.instances(); ++i) {
    memory.fresh.fade(i, kept(view, new_fade, i));
    memory.repurposed.fade(i, kept(view, repurposed_fade, i));
    const R& new_stays = memory.fresh.stays(i, now);
    const R& repurposed_stays = memory.repurposed.stays(i, now);
    refuse_what_leaves_at_once(view, i, "new.lifetime", new_stays);
    refuse_what_leaves_at_once(view, i, "repurposed.lifetime", repurposed_stays);
    view(new_at_once, i) = R(1.0) - new_stays;
    view(repurposed_at_once, i) = R(1.0) - repurposed_stays;
    const R given = memory.fresh.in_use(i, memory.lead, now) +
                    view(displacement, i) * memory.repurposed.in_use(i, memory.lead, now);
    const R missing = larger(view(wanted, i) - given, R(0.0)) / length;
    view(gap, i) = missing / new_stays;
    view(displaced, i) = view(displacement, i) * repurposed_stays / new_stays;
    view(room, i) = missing / (view(displacement, i) * repurposed_stays);
    for (int l = 0; l < view.layers(); ++l) {
      view(new_released, i, l) = memory.fresh.leaving(i, l, now) / length;
      view(repurposed_released, i, l) = memory.repurposed.leaving(i, l, now) / length;
    }
  }
}

template <Real R>
void StockWithSecondLife::settle(const View<R>& view, SecondLifeMemory<R>& memory) const {
  const R length(view.years().length(view.step()));
  memory.steps_settled = view.step() + 1;
  for (int i = 0; i < view.instances(); ++i)
    for (int l = 0; l < view.layers(); ++l) {
      memory.fresh.enter(i, l, view(entered, i, l) * length);
      memory.repurposed.enter(i, l, view(taken, i, l) * length);
      view(held, i, l) =
          memory.fresh.in_use(i, l, view.step()) + memory.repurposed.in_use(i, l, view.step());
    }
}

template SecondLifeMemory<double> StockWithSecondLife::start(const View<double>&) const;
template SecondLifeMemory<Lanes> StockWithSecondLife::start(const View<Lanes>&) const;
template void StockWithSecondLife::route(const View<double>&, SecondLifeMemory<double>&) const;
template void StockWithSecondLife::route(const View<Lanes>&, SecondLifeMemory<Lanes>&) const;
template void StockWithSecondLife::settle(const View<double>&, SecondLifeMemory<double>&) const;
template void StockWithSecondLife::settle(const View<Lanes>&, SecondLifeMemory<Lanes>&) const;

}  // namespace critflow
