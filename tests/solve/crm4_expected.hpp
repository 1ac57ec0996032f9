#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "critflow/solve/run.hpp"
#include "reference.hpp"
#include "solve/crm4.hpp"

/// What must come out of the system of `tests/cases/crm4`.
namespace crm4 {

inline const nlohmann::json& expected() {
  static const nlohmann::json read = reference_case("crm4/case.json");
  return read;
}

/// Over regions and products: [year][metal].
inline std::vector<double> total(critflow::Figures figures) {
  if (critflow::find_dimension(figures.dimensions, "region") != nullptr)
    figures = figures.sum("region").sum("product");
  std::vector<double> values;
  for (std::size_t year = 0; year < figures.dimensions[0].items.size(); ++year)
    for (const std::string& metal : metals)
      values.push_back(
          figures.at({{{"year", figures.dimensions[0].items[year]}, {"layer", metal}}}));
  return values;
}

inline std::vector<double> sum(std::vector<double> a, const std::vector<double>& b) {
  std::transform(a.begin(), a.end(), b.begin(), a.begin(), std::plus<>());
  return a;
}

inline std::map<std::string, std::vector<double>> series_of(const critflow::Run& run) {
  const std::vector<double> recovered = total(run.flow("recycling", "market"));
  return {{"use_in", total(run.inflow("use"))},
          {"stock", total(run.stock("use"))},
          {"eol", total(run.outflow("use"))},
          {"collected", total(run.flow("collection", "recycling"))},
          {"recovered", recovered},
          {"refined_demand", total(run.flow("market", "manufacture"))},
          {"secondary", sum(recovered, total(run.flow("scrap recovery", "market")))},
          {"primary", total(run.flow("refining", "market"))},
          {"mined", total(run.flow("mine", "refining"))}};
}

/// Largest difference, as a share of the largest value expected. `every` year of the run is given.
inline double distance(const std::vector<double>& got, const nlohmann::json& given,
                       std::size_t every) {
  double largest = 0.0, difference = 0.0;
  for (std::size_t year = 0; year < given.size(); ++year)
    for (std::size_t metal = 0; metal < 4; ++metal) {
      const double value = given[year][metal];
      largest = std::max(largest, std::abs(value));
      difference = std::max(difference, std::abs(got[year * every * 4 + metal] - value));
    }
  return difference / largest;
}

inline void check_series(const critflow::Run& run, const nlohmann::json& given, std::size_t every) {
  const double tolerance = expected()["tolerance"];
  for (const auto& one : series_of(run)) {
    INFO(one.first);
    CHECK(distance(one.second, given.at(one.first), every) <= tolerance);
  }
}

}  // namespace crm4
