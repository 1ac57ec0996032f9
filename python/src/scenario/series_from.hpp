#pragma once

#include <map>
#include <variant>
#include <vector>

#include "critflow/scenario/series.hpp"

namespace critflow {

/// A series as Python writes it: one number, or `{2025: 0.4, 2030: 0.7}` joined by straight lines.
using NumberOrYears = std::variant<double, std::map<int, double>>;

[[nodiscard]] inline Series series_from(const NumberOrYears& given) {
  if (const double* constant = std::get_if<double>(&given)) return Series(*constant);
  std::vector<YearValue> points;
  for (const auto& [year, value] : std::get<std::map<int, double>>(given))
    points.push_back({year, value});
  return Series(std::move(points));
}

}  // namespace critflow
