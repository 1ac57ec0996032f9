#include <cmath>
#include <cstddef>
#include <vector>

#include "base/index.hpp"
#include "critflow/network/builder.hpp"
#include "critflow/network/stock_process.hpp"
#include "stock_ports.hpp"

namespace critflow {

namespace {

/// The year in which a step ends that is counted from the first of `history`.
int year_of(const Years& years, int history, int step) {
  return step < history ? years.first() - history + step : years[step - history];
}

}  // namespace

void StockProcess::describe_outflow(Builder& builder, Group use) const {
  const Amounts at_once = builder.writes_for_instance(first_year, "leaving in the year of entry");
  if (by_age.empty()) {
    const Group out = builder.passes_on("outflow");
    builder.exit(out);
    builder.release(use, out, builder.writes_for_leaders(released, "released"), at_once);
  }
  check_age_classes(builder);
  for (std::size_t k = 0; k < by_age.size(); ++k) {
    const Group out = builder.passes_on(by_age[k].door);
    builder.door(by_age[k].door, out);
    const int port = released + static_cast<int>(k);
    builder.release(use, out, builder.writes_for_leaders(port, "released " + by_age[k].door),
                    k == 0 ? at_once : Amounts{});
  }
}

void StockProcess::check_age_classes(Builder& builder) const {
  double before = -1.0;
  for (const AgeClass& one : by_age) {
    const bool last = &one == &by_age.back();
    if (!(one.up_to_age > before) || std::isinf(one.up_to_age) != last)
      builder.fault("by_age", "age limit of " + one.door, shown(one.up_to_age),
                    last ? "have none: the last class takes all that are older"
                         : "be >= 0 and above that of the class before");
    before = one.up_to_age;
  }
  if (!by_age.empty() && shrinking == ShrinkingStock::retire_early)
    builder.fault("by_age", "not where cohorts are retired early", "",
                  "be left out, or shrinking be another");
}

/// Sums over the cohorts of each class, the oldest first: a cohort passes from one class to the
/// next as it ages. This year's leaves as a share of the inflow.
template <Real R>
void StockProcess::release_by_age(const View<R>& view, const StockMemory<R>& memory) const {
  const int history = memory.curves.history();
  const int now = history + view.step();
  const int year = view.years()[view.step()];
  const R length(view.years().length(view.step()));
  int cohort = 0;
  for (std::size_t k = by_age.size(); k-- > 0;) {
    const int from = cohort;
    const double younger = k == 0 ? -1.0 : by_age[k - 1].up_to_age;
    while (cohort < now && year - year_of(view.years(), history, cohort) > younger) ++cohort;
    const int port = released + static_cast<int>(k);
    for (const auto& [instance, layer, series] : memory.leaders)
      view(port, instance, layer) =
          sum_of_products<R>(memory.cohorts.amounts(series),
                             &memory.curves.leaving(instance, 0, now), from, cohort) /
          length;
  }
}

template void StockProcess::release_by_age(const View<double>&, const StockMemory<double>&) const;
template void StockProcess::release_by_age(const View<Lanes>&, const StockMemory<Lanes>&) const;

}  // namespace critflow
