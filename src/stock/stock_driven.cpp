#include "critflow/stock/stock_driven.hpp"

#include "critflow/stock/type_split.hpp"

namespace critflow {

StockHistory stock_driven(const Eigen::ArrayXd& stock, const SurvivalTable& table,
                          ShrinkingStock rule, const Eigen::ArrayXd& earlier_inflow) {
  const Eigen::ArrayXXd one_type = Eigen::ArrayXXd::Ones(stock.size(), 1);
  return stock_driven(stock, one_type, std::span(&table, 1), rule, earlier_inflow).front();
}

StockHistory stock_driven(const Eigen::ArrayXd& stock, const Lifetime& lifetime,
                          ShrinkingStock rule) {
  return stock_driven(stock, SurvivalTable(Years(1, static_cast<int>(stock.size())), lifetime),
                      rule);
}

}  // namespace critflow
