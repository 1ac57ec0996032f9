#include "critflow/stock/type_split.hpp"

#include <cmath>
#include <cstddef>
#include <string>

#include "checks.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/stock/inflow_driven.hpp"
#include "history.hpp"

namespace critflow {

namespace {

void check_tables(std::span<const SurvivalTable> tables, Eigen::Index types) {
  require_entries(static_cast<Eigen::Index>(tables.size()), types, "lifetimes");
  for (const SurvivalTable& table : tables)
    if (table.years().values() != tables.front().years().values())
      throw InvalidValue({.where = "lifetimes",
                          .what = "not on one time axis",
                          .value = std::to_string(table.years().first()) + " to " +
                                   std::to_string(table.years().last()),
                          .rule = "have the years of the first type"});
}

void check_shares(const Eigen::ArrayXXd& shares, const Years& years, int first) {
  for (Eigen::Index type = 0; type < shares.cols(); ++type)
    require_amounts(shares.col(type), years, first, "shares");
  for (Eigen::Index row = 0; row < shares.rows(); ++row)
    if (std::abs(shares.row(row).sum() - 1.0) > 1e-12)
      throw InvalidValue({.where = at_year("shares", years[first + static_cast<int>(row)]),
                          .what = "do not share all",
                          .value = shown(shares.row(row).sum()),
                          .rule = "sum to 1"});
}

/// The march of several types that hold one stock.
class SplitStock {
 public:
  explicit SplitStock(std::span<const SurvivalTable> tables)
      : tables_(tables),
        years_(tables.front().years()),
        cohorts_(tables.size(), CohortProjection<double>(years_.size())),
        inflow_(Eigen::ArrayXXd::Zero(years_.size(), static_cast<Eigen::Index>(tables.size()))),
        kept_(Eigen::ArrayXd::Ones(years_.size())) {}

  void enter(int step, const Eigen::ArrayXd& inflow) {
    inflow_.row(step) = inflow.transpose();
    for (std::size_t type = 0; type < tables_.size(); ++type)
      cohorts_[type].enter(step, inflow(static_cast<Eigen::Index>(type)) * years_.length(step),
                           tables_[type].survival_of(step), tables_[type].leaving_of(step));
  }

  void hold(int step, double stock, const Eigen::ArrayXd& shares, ShrinkingStock rule) {
    const double older = in_use(step);
    if (rule == ShrinkingStock::refuse && in_surplus(stock, older))
      refuse_surplus(stock, older, at_year("stock", years_[step]));
    const auto [addition, kept] = asked_by_stock(stock, older, rule);
    const double surviving = surviving_entry(step, shares);
    if (addition != 0.0 && surviving <= 0.0)
      refuse_fleeting(addition, at_year("stock", years_[step]));
    if (kept < 1.0) retire(step, kept);
    if (addition != 0.0) enter(step, shares * (addition / surviving / years_.length(step)));
  }

  [[nodiscard]] std::vector<StockHistory> histories() const {
    std::vector<StockHistory> all;
    for (std::size_t type = 0; type < tables_.size(); ++type)
      all.push_back(
          history_of(inflow_.col(static_cast<Eigen::Index>(type)), cohorts_[type], years_, kept_));
    return all;
  }

 private:
  [[nodiscard]] double in_use(int step) const {
    double sum = 0.0;
    for (const auto& cohorts : cohorts_) sum += cohorts.in_use(step);
    return sum;
  }

  [[nodiscard]] double surviving_entry(int step, const Eigen::ArrayXd& shares) const {
    double sum = 0.0;
    for (std::size_t type = 0; type < tables_.size(); ++type)
      sum += shares(static_cast<Eigen::Index>(type)) * tables_[type].survival(step, step);
    return sum;
  }

  void retire(int step, double kept) {
    kept_(step) = kept;
    for (auto& cohorts : cohorts_) cohorts.keep(step, kept);
  }

  std::span<const SurvivalTable> tables_;
  const Years& years_;
  std::vector<CohortProjection<double>> cohorts_;
  Eigen::ArrayXXd inflow_;
  Eigen::ArrayXd kept_;
};

}  // namespace

std::vector<StockHistory> inflow_driven(const Eigen::ArrayXd& inflow, const Eigen::ArrayXXd& shares,
                                        std::span<const SurvivalTable> tables) {
  check_tables(tables, shares.cols());
  require_entries(shares.rows(), inflow.size(), "shares");
  require_entries(inflow.size(), tables.front().size(), "inflow");
  check_shares(shares, tables.front().years(), 0);
  std::vector<StockHistory> all;
  for (Eigen::Index type = 0; type < shares.cols(); ++type)
    all.push_back(inflow_driven(inflow * shares.col(type), tables[static_cast<std::size_t>(type)]));
  return all;
}

std::vector<StockHistory> stock_driven(const Eigen::ArrayXd& stock, const Eigen::ArrayXXd& shares,
                                       std::span<const SurvivalTable> tables, ShrinkingStock rule,
                                       const Eigen::ArrayXXd& earlier_inflow) {
  check_tables(tables, shares.cols());
  const Years& years = tables.front().years();
  const auto earlier = static_cast<int>(earlier_inflow.rows());
  require_entries(stock.size(), years.size() - earlier, "stock");
  require_entries(shares.rows(), stock.size(), "shares");
  if (earlier > 0) require_entries(earlier_inflow.cols(), shares.cols(), "earlier_inflow");
  require_amounts(stock, years, earlier, "stock");
  check_shares(shares, years, earlier);
  for (Eigen::Index type = 0; type < earlier_inflow.cols(); ++type)
    require_amounts(earlier_inflow.col(type), years, 0, "earlier_inflow");

  SplitStock all(tables);
  for (int step = 0; step < earlier; ++step) all.enter(step, earlier_inflow.row(step));
  for (int step = earlier; step < years.size(); ++step)
    all.hold(step, stock(step - earlier), shares.row(step - earlier), rule);
  return all.histories();
}

}  // namespace critflow
