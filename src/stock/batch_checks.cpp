#include "batch_checks.hpp"

#include <algorithm>
#include <cmath>

#include "checks.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/stock/cohort_kernel.hpp"

namespace critflow {

namespace {

std::string at_series(const std::string& name, int year, Eigen::Index series) {
  return name + "[" + std::to_string(year) + ", series " + std::to_string(series) + "]";
}

std::string shape_of(const Eigen::Ref<const SeriesTable>& table) {
  return std::to_string(table.rows()) + " x " + std::to_string(table.cols());
}

}  // namespace

void require_shape(const Eigen::Ref<const SeriesTable>& table,
                   const Eigen::Ref<const SeriesTable>& known, const std::string& name) {
  if (table.rows() == known.rows() && table.cols() == known.cols()) return;
  throw InvalidValue({.where = name,
                      .what = "another shape",
                      .value = shape_of(table),
                      .rule = "have " + shape_of(known) + " entries"});
}

void require_amounts(const Eigen::Ref<const SeriesTable>& table, Eigen::Index first,
                     Eigen::Index series, const Years& years, const std::string& name) {
  const auto part = table.middleCols(first, series);
  // Nothing but finite numbers that are not negative adds nothing at all, and the sum is quick.
  if ((part - part.abs() + part * 0.0).sum() == 0.0) return;
  for (int year = 0; year < years.size(); ++year)
    for (Eigen::Index k = 0; k < series; ++k)
      if (const double value = part(year, k); !(value >= 0.0 && std::isfinite(value)))
        require_not_negative(value, at_series(name, years[year], first + k));
}

void require_askable(Eigen::Index first, Eigen::Index count, int year, const Lanes& stock,
                     const Lanes& older, const Lanes& surviving, ShrinkingStock rule) {
  const Lanes addition = asked_by_stock(stock, older, rule).addition;
  for (int i = 0; i < static_cast<int>(std::min<Eigen::Index>(count, lane_count<Lanes>)); ++i) {
    const bool surplus =
        rule == ShrinkingStock::refuse && in_surplus(lane(stock, i), lane(older, i));
    const bool fleeting = lane(addition, i) != 0.0 && lane(surviving, i) <= 0.0;
    if (!surplus && !fleeting) continue;
    const std::string where = at_series("stock", year, first + i);
    if (surplus) refuse_surplus(lane(stock, i), lane(older, i), where);
    refuse_fleeting(lane(addition, i), where);
  }
}

}  // namespace critflow
