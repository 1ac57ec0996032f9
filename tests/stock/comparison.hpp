#pragma once

#include <doctest/doctest.h>

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <nlohmann/json.hpp>

#include "critflow/base/years.hpp"
#include "critflow/stock/stock_history.hpp"

/// Series and tables of the reference cases, and how far a result is from them.

inline Eigen::ArrayXd series_of(const nlohmann::json& given) {
  Eigen::ArrayXd series(static_cast<Eigen::Index>(given.size()));
  for (std::size_t i = 0; i < given.size(); ++i) series(static_cast<Eigen::Index>(i)) = given[i];
  return series;
}

/// Rows that may stop at the diagonal; what is not given is zero.
inline Eigen::ArrayXXd table_of(const nlohmann::json& given) {
  Eigen::ArrayXXd table = Eigen::ArrayXXd::Zero(static_cast<Eigen::Index>(given.size()),
                                                static_cast<Eigen::Index>(given.back().size()));
  for (std::size_t row = 0; row < given.size(); ++row)
    for (std::size_t column = 0; column < given[row].size(); ++column)
      table(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(column)) = given[row][column];
  return table;
}

/// Largest difference, as a share of the largest value expected.
inline double distance(const Eigen::ArrayXXd& got, const Eigen::ArrayXXd& expected) {
  REQUIRE(got.rows() == expected.rows());
  REQUIRE(got.cols() == expected.cols());
  const double largest = expected.abs().maxCoeff();
  const double difference = (got - expected).abs().maxCoeff();
  return largest > 0.0 ? difference / largest : difference;
}

/// Worst of the balance of a history, as a share of its largest stock or flow.
inline double imbalance(const critflow::StockHistory& history, const critflow::Years& years) {
  double worst = 0.0;
  double before = 0.0;
  for (int step = 0; step < years.size(); ++step) {
    const double net = (history.inflow(step) - history.outflow(step)) * years.length(step);
    worst = std::max(worst, std::abs(history.stock(step) - before - net));
    before = history.stock(step);
  }
  return worst / std::max(history.stock.abs().maxCoeff(), history.inflow.abs().maxCoeff());
}
