#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/index.hpp"
#include "critflow/network/stock_process.hpp"
#include "stock_ports.hpp"

namespace critflow {

namespace {

constexpr int cohort_stock = earlier + EarlierCohorts::by_cohort;
constexpr int initial_total = earlier + EarlierCohorts::in_total;
constexpr int initial_growth = earlier + EarlierCohorts::inflow_growth;

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

template std::vector<double> StockProcess::entered_before(const View<double>&,
                                                          const SurvivalCurves<double>&, int) const;
template double StockProcess::content_of(const View<double>&, int, int) const;
template StockMemory<double> StockProcess::start(const View<double>&) const;
template StockMemory<Lanes> StockProcess::start(const View<Lanes>&) const;
template void StockProcess::start_again(const View<double>&, StockMemory<double>&) const;
template void StockProcess::start_again(const View<Lanes>&, StockMemory<Lanes>&) const;

}  // namespace critflow
