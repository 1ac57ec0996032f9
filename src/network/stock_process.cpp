#include "critflow/network/stock_process.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>

#include "base/index.hpp"
#include "content_factors.hpp"
#include "critflow/network/builder.hpp"
#include "critflow/stock/cohort_kernel.hpp"
#include "prescribed_stock.hpp"
#include "stock_ports.hpp"

namespace critflow {

namespace {

constexpr int cohort_stock = earlier + EarlierCohorts::by_cohort;
constexpr int initial_total = earlier + EarlierCohorts::in_total;
constexpr int initial_growth = earlier + EarlierCohorts::inflow_growth;

}  // namespace

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

namespace {

/// Shares of a total stock by cohort, as if the inflow behind it had grown evenly.
template <Real R>
std::vector<R> inflow_behind_total(const View<R>& view, const SurvivalCurves<R>& curves, int i,
                                   const R& total) {
  const int history = curves.history();
  const R growth = view(initial_growth, i);
  std::vector<R> entered(at(history));
  R sum(0.0);
  for (int c = 0; c < history; ++c) {
    entered[at(c)] = each_lane<R>([&](int k) { return std::pow(1.0 + lane(growth, k), c); });
    sum += entered[at(c)] * curves.survival(i, c, history - 1);
  }
  for (int k = 0; k < lane_count<R>; ++k)
    if (lane(total, k) > 0.0 && !(lane(sum, k) > 0.0))
      view.complain(k, i,
                    {.where = ".initial.total",
                     .what = "older than its lifetime allows",
                     .value = shown(lane(total, k)),
                     .rule = "be zero, or last longer"});
  for (R& amount : entered) amount = select(sum, amount * total / sum, R(0.0));
  return entered;
}

template <Real R>
std::vector<R> inflow_behind_cohorts(const View<R>& view, const SurvivalCurves<R>& curves, int i) {
  const int history = curves.history();
  std::vector<R> entered(at(history));
  for (int c = 0; c < history; ++c) {
    const R& share = curves.survival(i, c, history - 1);
    const R& stock = view(cohort_stock, i, c);
    for (int k = 0; k < lane_count<R>; ++k)
      if (lane(stock, k) > 0.0 && !(lane(share, k) > 0.0))
        view.complain(k, i,
                      {.where = ".initial.stock",
                       .what = "cohort older than its lifetime allows",
                       .value = std::to_string(view.years().first() - history + c),
                       .rule = "be younger, or last longer"});
    entered[at(c)] = select(share, stock / share, R(0.0));
  }
  return entered;
}

}  // namespace

template <Real R>
std::vector<R> StockProcess::entered_before(const View<R>& view, const SurvivalCurves<R>& curves,
                                            int instance) const {
  if (view.has(cohort_stock)) return inflow_behind_cohorts(view, curves, instance);
  if (!view.has(initial_total)) return {};
  return inflow_behind_total(view, curves, instance, view(initial_total, instance));
}

template <Real R>
R StockProcess::content_of(const View<R>& view, int instance, int layer) const {
  const R share = view.has(of_earlier) ? view(of_earlier, instance) : R(1.0);
  return view.has(unit_content) ? share * view(unit_content, instance, layer) : share;
}

namespace {

/// A series for each layer that is its own leader.
template <Real R>
void make_series(const View<R>& view, int steps, StockMemory<R>& memory) {
  for (int i = 0; i < view.instances(); ++i) {
    const auto so_far = static_cast<int>(memory.leaders.size());
    memory.first_leader.push_back(so_far);
    for (int l = 0, next = so_far; l < view.layers(); ++l) {
      const int leader = view.leader(multiple, i, l);
      memory.series_of.push_back(leader == l ? next : memory.series(i, leader));
      if (leader == l) memory.leaders.push_back({i, l, next++});
    }
  }
  const auto series = static_cast<int>(memory.leaders.size());
  memory.first_leader.push_back(series);
  memory.cohorts = CohortSums<R>(series, steps);
}

template <Real R>
void group_by_prescribed_stock(const View<R>& view, StockMemory<R>& memory) {
  std::map<int, std::size_t> group_of;
  for (int i = 0; i < view.instances(); ++i) {
    const auto [found, fresh] = group_of.try_emplace(view.slot(target, i), group_of.size());
    if (fresh) memory.groups.emplace_back();
    memory.groups[found->second].push_back(i);
  }
}

}  // namespace

template <Real R>
StockMemory<R> StockProcess::start(const View<R>& view) const {
  StockMemory<R> memory;
  memory.layers = view.layers();
  memory.lead = view.layer(lead);
  const int steps = initial.count(view, earlier) + view.years().size();
  make_series(view, steps, memory);
  if (asks_again()) memory.owed.assign(at(view.instances()), R(0.0));
  if (counts_lost()) memory.lost = CohortSums<R>(view.instances(), steps);
  if (driver == Driver::stock) group_by_prescribed_stock(view, memory);
  start_again(view, memory);
  return memory;
}

template <Real R>
void StockProcess::start_again(const View<R>& view, StockMemory<R>& memory) const {
  // Who asks for cohorts of a single run walks through the years again.
  const auto steps = lane_count<R> > 1 ? SurvivalCurves<R>::Steps::in_order
                                       : SurvivalCurves<R>::Steps::in_any_order;
  const int history = initial.count(view, earlier);
  memory.curves = SurvivalCurves<R>(view, life_first, history, 0, steps);
  memory.cohorts.clear();
  memory.lost.clear();
  std::ranges::fill(memory.owed, R(0.0));
  for (int i = 0; i < view.instances(); ++i) {
    const std::vector<R> entered = entered_before(view, memory.curves, i);
    for (const auto& [instance, layer, series] : memory.leaders_of(i)) {
      const R content_of_one = content_of(view, i, layer);
      R& stock = view(held, i, layer) = R(0.0);
      for (int c = 0; c < history; ++c) {
        const R amount = entered[at(c)] * content_of_one;
        memory.cohorts.entered_before(series, c, amount);
        stock += amount * memory.curves.survival(i, c, history - 1);
      }
    }
  }
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

template std::vector<double> StockProcess::entered_before(const View<double>&,
                                                          const SurvivalCurves<double>&, int) const;
template double StockProcess::content_of(const View<double>&, int, int) const;
template StockMemory<double> StockProcess::start(const View<double>&) const;
template StockMemory<Lanes> StockProcess::start(const View<Lanes>&) const;
template void StockProcess::start_again(const View<double>&, StockMemory<double>&) const;
template void StockProcess::start_again(const View<Lanes>&, StockMemory<Lanes>&) const;
template void StockProcess::route(const View<double>&, StockMemory<double>&) const;
template void StockProcess::route(const View<Lanes>&, StockMemory<Lanes>&) const;
template void StockProcess::settle(const View<double>&, StockMemory<double>&) const;
template void StockProcess::settle(const View<Lanes>&, StockMemory<Lanes>&) const;

}  // namespace critflow
