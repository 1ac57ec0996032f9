#include "critflow/solve/cohorts.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "critflow/network/host_and_component.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/network/stock_with_second_life.hpp"
#include "march.hpp"

namespace critflow {

namespace {

std::size_t rememberer_of(const Plan& plan, int process) {
  const std::vector<Rememberer>& all = plan.compiled().network.rememberers;
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Rememberer& one) { return one.process == process; });
  return static_cast<std::size_t>(found - all.begin());
}

Dimension cohort_years(const Years& years, int history) {
  Dimension cohorts{"cohort", {}};
  for (int c = history; c > 0; --c) cohorts.items.push_back(std::to_string(years.first() - c));
  for (const int year : years.values()) cohorts.items.push_back(std::to_string(year));
  return cohorts;
}

/// The cohorts of one instance in one layer, year after year.
class CohortWalk {
 public:
  CohortWalk(const SurvivalCurves<double>& curves, int instance, std::vector<double> entered)
      : curves_(curves), instance_(instance), entered_(std::move(entered)) {}

  /// In stock at the end of `step` by cohort, when `amount` entered during it.
  std::vector<double> after(int step, double amount, double kept) {
    const int now = curves_.history() + step;
    for (double& older : entered_) older *= kept;
    entered_.push_back(amount);
    std::vector<double> in_use(at(curves_.steps()), 0.0);
    for (int c = 0; c <= now; ++c) in_use[at(c)] = entered_[at(c)] * survival(c, now);
    return in_use;
  }

  /// Left of older cohorts at the end of `step` when none is retired early.
  [[nodiscard]] double left(int step) const {
    const int now = curves_.history() + step;
    double sum = 0.0;
    for (int c = 0; c < now; ++c) sum += entered_[at(c)] * survival(c, now);
    return sum;
  }

  [[nodiscard]] double stays(int step) const {
    const int now = curves_.history() + step;
    return survival(now, now);
  }

 private:
  [[nodiscard]] double survival(int cohort, int now) const {
    return curves_.survival(instance_, cohort, now);
  }

  const SurvivalCurves<double>& curves_;
  int instance_;
  std::vector<double> entered_;  ///< by cohort, less what was retired early
};

std::vector<CohortWalk> walks_of(const StockProcess& stock, const View<double>& view,
                                 const SurvivalCurves<double>& curves) {
  std::vector<CohortWalk> walks;
  for (int i = 0; i < view.instances(); ++i) {
    const std::vector<double> before = stock.entered_before(view, curves, i);
    for (int l = 0; l < view.layers(); ++l) {
      std::vector<double> entered;
      for (const double amount : before) entered.push_back(amount * stock.content_of(view, i, l));
      walks.emplace_back(curves, i, std::move(entered));
    }
  }
  return walks;
}

struct ByCohort {
  int history = 0;               ///< cohorts before the first year
  std::vector<double> values{};  ///< [step][cohort][instance][layer]
};

ByCohort by_cohort(const StockProcess& kind, const Run& run, const std::string& process,
                   const View<double>& view) {
  const Figures stock = run.stock(process);
  const Figures inflow = run.inflow(process);
  const SurvivalCurves<double> curves = kind.start(view).curves;
  std::vector<CohortWalk> walks = walks_of(kind, view, curves);
  const Years& years = view.years();
  const std::size_t width = walks.size(), cohorts = at(curves.steps());
  ByCohort all{curves.history(), std::vector<double>(at(years.size()) * cohorts * width)};
  for (int step = 0; step < years.size(); ++step)
    for (std::size_t w = 0; w < width; ++w) {
      const std::size_t now = at(step) * width + w;
      const double entering = inflow.values[now] * years.length(step);
      double kept = 1.0;
      if (const double left = walks[w].left(step);
          kind.shrinking == ShrinkingStock::retire_early && left > 0.0)
        kept = (stock.values[now] - entering * walks[w].stays(step)) / left;
      const std::vector<double> in_use = walks[w].after(step, entering, kept);
      for (std::size_t c = 0; c < cohorts; ++c)
        all.values[(at(step) * cohorts + c) * width + w] = in_use[c];
    }
  return all;
}

int history_of(const HostComponentMemory<double>& memory) { return memory.history(); }
int history_of(const SecondLifeMemory<double>&) { return 0; }

/// Walks through the years once more, with a memory that can be looked into.
template <class Kind>
ByCohort by_cohort(const Kind& kind, March<double>& march, const View<double>& view) {
  auto memory = kind.start(view);
  ByCohort all{.history = history_of(memory)};
  for (int step = 0; step < view.years().size(); ++step) {
    march.balance_year(step);
    kind.route(view, memory);
    kind.settle(view, memory);
    for (int c = 0; c < all.history + view.years().size(); ++c)
      for (int i = 0; i < view.instances(); ++i)
        for (int l = 0; l < view.layers(); ++l) all.values.push_back(memory.held(i, l, c));
  }
  return all;
}

}  // namespace

Figures stock_by_cohort(const Run& run, const std::string& process) {
  Figures figures = run.stock(process);
  const SystemDescription& description = run.system().description();
  const ProcessDescription& described = *description.process(process);
  const auto* pair = described.kind.as<HostAndComponent>();
  const auto* second = described.kind.as<StockWithSecondLife>();
  const auto* stock = described.kind.as<StockProcess>();
  if (pair == nullptr && second == nullptr && stock == nullptr)
    throw InvalidValue({.where = "stock",
                        .what = "keeps no cohorts",
                        .value = process,
                        .rule = "be a stock, or hosts with components"});
  const auto number = static_cast<int>(&described - description.processes.data());
  const BoundDraws none(run.plan());
  March<double> march(run.plan(), run.system());
  march.prepare(none, 0);
  const View<double>& view = march.view(rememberer_of(run.plan(), number));
  ByCohort all = pair != nullptr     ? by_cohort(*pair, march, view)
                 : second != nullptr ? by_cohort(*second, march, view)
                                     : by_cohort(*stock, run, process, view);
  figures.dimensions.insert(figures.dimensions.begin() + 1,
                            cohort_years(view.years(), all.history));
  figures.values = std::move(all.values);
  return figures;
}

}  // namespace critflow
