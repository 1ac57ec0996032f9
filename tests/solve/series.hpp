#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "critflow/scenario/series.hpp"
#include "critflow/solve/run.hpp"
#include "solve/chance.hpp"

/// What tests of whole systems share.

inline critflow::Series table(int first_year, const std::vector<double>& values) {
  std::vector<critflow::YearValue> points;
  for (std::size_t i = 0; i < values.size(); ++i)
    points.push_back({first_year + static_cast<int>(i), values[i]});
  return critflow::Series(std::move(points), critflow::Interpolation::table);
}

inline std::vector<double> drawn(Chance& chance, std::size_t count, double most) {
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i) values.push_back(chance.between(0.0, most));
  return values;
}

inline critflow::Place place(const std::string& dimension, const std::string& item) {
  return {{{dimension, item}}};
}

/// Largest difference between two series.
inline double distance(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size()) return INFINITY;
  double worst = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) worst = std::max(worst, std::abs(a[i] - b[i]));
  return worst;
}

inline double largest(const std::vector<double>& values) {
  double most = 0.0;
  for (const double value : values) most = std::max(most, std::abs(value));
  return most;
}
