#include "critflow/indicator/stockpiles.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include "critflow/indicator/gather.hpp"
#include "critflow/indicator/stage_supply.hpp"
#include "critflow/network/stockpile.hpp"

namespace critflow {

namespace {

constexpr const char* traded = "refining";

Figures held(const Run& run) {
  std::vector<Figures> stocks;
  for (const ProcessDescription& one : run.system().description().processes)
    if (one.kind.as<Stockpile>() != nullptr) stocks.push_back(run.stock(one.name));
  return gather("stock_days", stocks, {});
}

}  // namespace

Figures stock_days(const Run& run) {
  Figures days = held(run);
  if (days.dimensions.empty()) return days;
  const bool annual = run.system().description().years.annual();
  const std::vector<std::string> materials = days.dimensions.back().items;
  bool named = false;
  days.units = {"d"};
  days.absent.assign(days.values.size(), 1);
  for (std::size_t m = 0; m < materials.size(); ++m) {
    const std::vector<StageSupply> supply = stage_supply(run, traded, materials[m]);
    named = named || !supply.empty();
    for (std::size_t step = 1; annual && step < supply.size(); ++step) {
      const std::size_t cell = step * materials.size() + m;
      const Ratio ratio = stock_days(days.values[cell], supply[step - 1].trade);
      days.values[cell] = ratio.value.value_or(0.0);
      days.absent[cell] = ratio.value ? 0 : 1;
    }
  }
  return named ? days : Figures{.name = days.name};
}

}  // namespace critflow
