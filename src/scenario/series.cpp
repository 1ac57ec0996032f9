#include "critflow/scenario/series.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <utility>

#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

void require_rising(const std::vector<YearValue>& points) {
  if (points.empty())
    throw InvalidValue({.where = "series", .what = "no points", .value = "", .rule = "have one"});
  for (const YearValue& point : points) require_finite(point.value, "series");
  const auto stuck = std::ranges::adjacent_find(points, std::greater_equal<>(), &YearValue::year);
  if (stuck != points.end())
    throw InvalidValue({.where = "series",
                        .what = "years do not rise",
                        .value = std::to_string(stuck->year),
                        .rule = "have each year later than the one before"});
}

}  // namespace

Series::Series(double constant) : points_{{0, require_finite(constant, "series")}} {}

Series::Series(std::initializer_list<YearValue> points) : Series(std::vector(points)) {}

Series::Series(std::vector<YearValue> points, Interpolation interpolation)
    : points_(std::move(points)), interpolation_(interpolation) {
  require_rising(points_);
}

Series Series::logistic(double from, double to, double midpoint, double width) {
  Series series;
  series.logistic_ = {require_finite(from, "logistic.from"), require_finite(to, "logistic.to"),
                      require_finite(midpoint, "logistic.midpoint"),
                      require_positive(width, "logistic.width")};
  return series;
}

double Series::at(int year) const {
  if (points_.empty())
    return logistic_.from + (logistic_.to - logistic_.from) /
                                (1.0 + std::exp(-(year - logistic_.midpoint) / logistic_.width));
  const auto after = std::ranges::upper_bound(points_, year, {}, &YearValue::year);
  if (after == points_.begin()) return points_.front().value;
  const YearValue& before = *(after - 1);
  if (after == points_.end() || before.year == year || interpolation_ != Interpolation::linear)
    return before.value;
  const double part = static_cast<double>(year - before.year) / (after->year - before.year);
  return before.value + part * (after->value - before.value);
}

std::vector<double> Series::over(const Years& years) const {
  std::vector<double> values;
  values.reserve(static_cast<std::size_t>(years.size()));
  for (const int year : years.values()) {
    if (interpolation_ == Interpolation::table &&
        !std::ranges::binary_search(points_, year, {}, &YearValue::year))
      throw InvalidValue({.where = "table",
                          .what = "year missing",
                          .value = std::to_string(year),
                          .rule = "hold every year of the axis"});
    values.push_back(at(year));
  }
  return values;
}

bool Series::constant() const {
  return points_.size() == 1 && interpolation_ != Interpolation::table;
}

std::vector<int> Series::points_behind(int year) const {
  if (points_.empty()) return {0};
  const auto after = std::ranges::upper_bound(points_, year, {}, &YearValue::year);
  const int next = static_cast<int>(after - points_.begin());
  if (next == 0) return {0};
  const bool alone = after == points_.end() || (after - 1)->year == year ||
                     interpolation_ != Interpolation::linear;
  return alone ? std::vector{next - 1} : std::vector{next - 1, next};
}

Series Series::times(double factor) const {
  Series scaled = *this;
  for (YearValue& point : scaled.points_) point.value *= factor;
  scaled.logistic_.from *= factor;
  scaled.logistic_.to *= factor;
  return scaled;
}

std::string Series::shape() const {
  if (points_.empty())
    return "logistic from " + shown(logistic_.from) + " to " + shown(logistic_.to) + " at " +
           shown(logistic_.midpoint) + ", width " + shown(logistic_.width);
  if (constant()) return "constant";
  if (interpolation_ == Interpolation::linear) return "linear";
  return interpolation_ == Interpolation::step ? "step" : "table";
}

}  // namespace critflow
