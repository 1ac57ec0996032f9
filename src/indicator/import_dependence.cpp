#include "critflow/indicator/import_dependence.hpp"

namespace critflow {

namespace {

constexpr double days_of_a_year = 365.0;

}  // namespace

Ratio import_dependence(const StageTrade& trade) {
  const double net = trade.imports - trade.exports;
  return ratio(net, trade.production + net, "apparent consumption at this stage");
}

Ratio stock_days(double stock, const StageTrade& year_before) {
  return ratio(stock, (year_before.imports - year_before.exports) / days_of_a_year,
               "net imports in the year before");
}

double embodied_net_imports(const std::vector<TradedGoods>& goods) {
  double sum = 0.0;
  for (const TradedGoods& one : goods) sum += (one.imports - one.exports) * one.content;
  return sum;
}

}  // namespace critflow
