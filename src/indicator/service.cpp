#include "critflow/indicator/service.hpp"

#include <cstddef>
#include <utility>

#include "critflow/indicator/gather.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/solve/cohorts.hpp"
#include "times_share.hpp"
#include "yearly.hpp"

namespace critflow {

namespace {

Figures a_year_later(Figures figures) {
  const std::size_t cells = figures.values.size() / figures.dimensions.front().items.size();
  figures.values.insert(figures.values.begin(), cells, 0.0);
  figures.values.resize(figures.values.size() - cells);
  return figures;
}

/// Units that a stock was saved, by year and what both have besides.
struct Saved {
  std::vector<std::string> along{};
  Figures units{};
};

Saved saved_units(const Run& run, const StockProcess& stock, const Figures& entered) {
  const Figures held = run.stock(stock.saved.by).select("layer", stock.lead);
  Saved saved;
  for (const Dimension& one : entered.dimensions)
    if (one.name != "year" && one.name != "layer" &&
        find_dimension(held.dimensions, one.name) != nullptr)
      saved.along.push_back(one.name);
  Figures units = times_share(a_year_later(held), run.system(), stock.saved.displacement);
  units.dimensions.push_back({"layer", {stock.lead}});
  saved.units = gather_into(gather("", {entered}, saved.along, {stock.lead}), "", {units});
  return saved;
}

/// What is in use of the cohorts since the first year, each as large as if nothing were saved.
std::vector<double> as_if_bought(const Run& run, const std::string& name, const std::string& lead) {
  const auto& stock = *run.system().description().process(name)->kind.as<StockProcess>();
  const Figures entered = run.inflow(name);
  Saved saved = saved_units(run, stock, entered);
  const std::vector<double> bought = gather("", {entered}, saved.along, {lead}).values;
  saved.along.insert(saved.along.begin(), "cohort");
  const Figures held = gather("", {stock_by_cohort(run, name)}, saved.along, {lead});
  const std::size_t years = held.dimensions[0].items.size();
  const std::size_t cohorts = held.dimensions[1].items.size();
  const std::size_t cells = bought.size() / years, before = cohorts - years;
  std::vector<double> served = yearly(held);
  for (std::size_t i = 0; i < held.values.size(); ++i) {
    const std::size_t cohort = i / cells % cohorts;
    if (cohort < before) continue;
    const std::size_t entry = (cohort - before) * cells + i % cells;
    if (bought[entry] > 0.0)
      served[i / cells / cohorts] += held.values[i] * saved.units.values[entry] / bought[entry];
  }
  return served;
}

}  // namespace

std::vector<double> service_in_use(const Run& run, const std::string& name) {
  const Figures held = run.stock(name);
  const auto* stock = run.system().description().process(name)->kind.as<StockProcess>();
  if (stock == nullptr || stock->saved.by.empty())
    return yearly(held.select("layer", held.dimensions.back().items.front()));
  if (stock->driver == StockProcess::Driver::inflow) return as_if_bought(run, name, stock->lead);
  std::vector<double> served = yearly(held.select("layer", stock->lead));
  const std::vector<double> saved = yearly(saved_units(run, *stock, held).units);
  for (std::size_t step = 0; step < served.size(); ++step) served[step] += saved[step];
  return served;
}

}  // namespace critflow
