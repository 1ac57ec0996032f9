#include "critflow/network/stock_process.hpp"

#include <string>
#include <vector>

#include "base/index.hpp"
#include "content_factors.hpp"
#include "critflow/network/builder.hpp"
#include "critflow/stock/cohort_kernel.hpp"
#include "prescribed_stock.hpp"
#include "stock_ports.hpp"

namespace critflow {

void StockProcess::describe(Builder& builder) const {
  const Group use = builder.stock();
  builder.entrance(use);
  builder.reads_lifetime(life_first, lifetime, "lifetime");
  describe_outflow(builder, use);
  builder.level(use, builder.writes_for_leaders(held, "in stock"));
  builder.reads(arrived, use);
  const bool asks = driver != Driver::pushed;
  if (asks) builder.reads_multiples(multiple, arrived);
  if (asks) describe_driver(builder, use);
  if (!asks && missed != Missed::as_driven)
    builder.fault("missed", "nothing is asked", "", "stand with a driver");
  if (!asks && !saved.by.empty())
    builder.fault("saved", "nothing is asked", "", "stand with a driver");
  initial.describe(builder, earlier);
}

void StockProcess::describe_driver(Builder& builder, Group use) const {
  if (builder.layer(lead, "lead") < 0) return;
  const Amounts driven = builder.of_instance(driver_parameter, "driver");
  const Amounts share = builder.of_instance(split.empty() ? "1" : split, "split");
  const Amounts content_by_layer =
      builder.products(full_content_factors(builder, content, lead, "content"), "content");
  builder.reads(unit_content, content_by_layer);
  builder.reads(variant, share);
  builder.reads(of_earlier, earlier_are_split(builder) ? share : builder.of_instance("1", "split"));
  if (!split.empty()) builder.sum_to_one(share, split, driver_parameter, "split");
  builder.takes_less();
  const bool known_ahead = driver == Driver::inflow && !asks_again();
  if (!known_ahead) builder.reads(target, driven);
  const Amounts asked = known_ahead ? builder.multiply(driven, share)
                                    : builder.writes_for_instance(requested, "asked");
  if (saved.by.empty()) return builder.asks(use, builder.multiply(content_by_layer, asked));
  if (missed != Missed::as_driven)
    builder.fault("saved", "what is missed would be counted as saved", saved.by,
                  "stand without missed");
  builder.asks_less(
      use, {.by = saved.by,
            .displacement = saved.displacement,
            .lead = lead,
            .content = content_by_layer,
            .units = asked,
            .each = known_ahead ? share : builder.writes_for_instance(not_asked, "not asked"),
            .driver = driver_parameter,
            .split = split});
}

bool StockProcess::earlier_are_split(Builder& builder) const {
  for (const std::string& dimension : builder.dimensions())
    if (builder.varies(split, dimension) && !builder.varies(driver_parameter, dimension) &&
        (builder.varies(initial.stock, dimension) || builder.varies(initial.total, dimension)))
      return false;
  return true;
}

template <Real R>
void StockProcess::route(const View<R>& view, StockMemory<R>& memory) const {
  const int now = memory.curves.history() + view.step();
  const R length(view.years().length(view.step()));
  if (view.step() % SharesAhead<R>::steps == 0) look_ahead(view, memory);
  for (const std::vector<int>& group : memory.groups) ask(view, memory, group);
  for (int i = 0; i < view.instances(); ++i) {
    if (asks_again())
      view(requested, i) = view(target, i) * view(variant, i) + memory.owed[at(i)] / length;
    view(first_year, i) = memory.curves.leaving(i, now, now);
  }
  for (const auto& [instance, layer, series] : memory.leaders)
    if (by_age.empty())
      view(released, instance, layer) = memory.cohorts.leaving(series, now) / length;
  release_by_age(view, memory);
}

template <Real R>
void StockProcess::look_ahead(const View<R>& view, StockMemory<R>& memory) const {
  for (int i = 0; i < view.instances(); ++i) {
    const SharesAhead<R>& shares = memory.shares(i, view.step());
    for (const auto& one : memory.leaders_of(i)) memory.cohorts.look_ahead(one.series, shares);
    if (counts_lost()) memory.lost.look_ahead(i, shares);
  }
}

/// The inflow that brings the variants of one prescribed stock to it together.
template <Real R>
void StockProcess::ask(const View<R>& view, StockMemory<R>& memory,
                       const std::vector<int>& group) const {
  const int now = memory.curves.history() + view.step();
  const R length(view.years().length(view.step()));
  R in_use(0.0);
  for (const int i : group)
    in_use +=
        memory.cohorts.in_use(memory.series(i, memory.lead), now) * view(multiple, i, memory.lead);
  for (const int i : group)
    if (counts_lost()) in_use += memory.lost.in_use(i, now);
  const R wanted = view(target, group.front());
  const Asked<R> asked = asked_by_stock(wanted, in_use, shrinking);
  if (shrinking == ShrinkingStock::refuse)
    refuse_surplus(view, group.front(), "cohorts retire", wanted, in_use);
  for (const int i : group) {
    if (shrinking == ShrinkingStock::retire_early) retire(memory, i, now, asked.kept);
    const R& stays = memory.curves.survival(i, now, now);
    view(requested, i) = asked.addition * view(variant, i) / (stays * length);
    if (view.has(not_asked)) view(not_asked, i) = view(variant, i) / (stays * length);
    refuse_what_leaves_at_once(view, i, "lifetime", stays);
  }
}

template <Real R>
void StockProcess::retire(StockMemory<R>& memory, int instance, int now, const R& kept) const {
  if (!any<R>(R(1.0) - kept)) return;
  for (const auto& one : memory.leaders_of(instance)) memory.cohorts.keep(one.series, now, kept);
  if (counts_lost()) memory.lost.keep(instance, now, kept);
}

/// What was asked and did not come, in the lead layer.
template <Real R>
void StockProcess::miss(const View<R>& view, StockMemory<R>& memory, int i) const {
  const R length(view.years().length(view.step()));
  const R short_of = larger(view(requested, i) - view(arrived, i, memory.lead), R(0.0)) * length;
  if (asks_again())
    memory.owed[at(i)] = short_of;
  else
    memory.lost.enter(i, memory.curves.history() + view.step(), short_of,
                      memory.shares(i, view.step()));
}

template <Real R>
void StockProcess::settle(const View<R>& view, StockMemory<R>& memory) const {
  const int now = memory.curves.history() + view.step();
  const R length(view.years().length(view.step()));
  for (int i = 0; i < view.instances(); ++i) {
    if (asks_again() || counts_lost()) miss(view, memory, i);
    const SharesAhead<R>& shares = memory.shares(i, view.step());
    for (const auto& [instance, layer, series] : memory.leaders_of(i)) {
      memory.cohorts.enter(series, now, view(arrived, i, layer) * length, shares);
      view(held, i, layer) = memory.cohorts.in_use(series, now);
    }
  }
}

template void StockProcess::route(const View<double>&, StockMemory<double>&) const;
template void StockProcess::route(const View<Lanes>&, StockMemory<Lanes>&) const;
template void StockProcess::settle(const View<double>&, StockMemory<double>&) const;
template void StockProcess::settle(const View<Lanes>&, StockMemory<Lanes>&) const;

}  // namespace critflow
