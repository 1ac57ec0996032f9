#include "critflow/stock/batch.hpp"

namespace critflow {

namespace {

SeriesTable table_for(const Eigen::Ref<const SeriesTable>& known) {
  return {known.rows(), known.cols()};
}

SurvivalTable yearly(const Eigen::Ref<const SeriesTable>& known, const Lifetime& lifetime,
                     const Entry& entry) {
  return {Years(1, static_cast<int>(known.rows())), lifetime, entry};
}

}  // namespace

BatchHistory inflow_driven_batch(const Eigen::Ref<const SeriesTable>& inflow,
                                 std::span<const Lifetime> lifetimes, const Entry& entry) {
  BatchHistory result{inflow, table_for(inflow), table_for(inflow)};
  inflow_driven_batch(inflow, lifetimes, entry, result.outflow, result.stock);
  return result;
}

BatchHistory inflow_driven_batch(const Eigen::Ref<const SeriesTable>& inflow,
                                 const SurvivalTable& table) {
  BatchHistory result{inflow, table_for(inflow), table_for(inflow)};
  inflow_driven_batch(inflow, table, result.outflow, result.stock);
  return result;
}

BatchHistory inflow_driven_batch(const Eigen::Ref<const SeriesTable>& inflow,
                                 const Lifetime& lifetime, const Entry& entry) {
  return inflow_driven_batch(inflow, yearly(inflow, lifetime, entry));
}

BatchHistory stock_driven_batch(const Eigen::Ref<const SeriesTable>& stock,
                                std::span<const Lifetime> lifetimes, ShrinkingStock rule,
                                const Entry& entry) {
  BatchHistory result{table_for(stock), table_for(stock), stock};
  stock_driven_batch(stock, lifetimes, rule, entry, result.inflow, result.outflow);
  return result;
}

BatchHistory stock_driven_batch(const Eigen::Ref<const SeriesTable>& stock,
                                const SurvivalTable& table, ShrinkingStock rule) {
  BatchHistory result{table_for(stock), table_for(stock), stock};
  stock_driven_batch(stock, table, rule, result.inflow, result.outflow);
  return result;
}

BatchHistory stock_driven_batch(const Eigen::Ref<const SeriesTable>& stock,
                                const Lifetime& lifetime, ShrinkingStock rule, const Entry& entry) {
  return stock_driven_batch(stock, yearly(stock, lifetime, entry), rule);
}

}  // namespace critflow
