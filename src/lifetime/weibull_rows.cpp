#include "critflow/lifetime/weibull_rows.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "base/index.hpp"
#include "weibull_shares.hpp"

namespace critflow {

namespace {

/// At the ends of the steps, of what entered at `place` of the step of a cohort.
std::vector<double> ages_by_step(const Years& axis, double place) {
  std::vector<double> ages;
  for (int step = 0; step < axis.size(); ++step)
    for (int cohort = 0; cohort <= step; ++cohort) {
      const double entry = axis.bound(cohort) + place * axis.length(cohort);
      ages.push_back(std::log2(std::max(axis.bound(step + 1) - entry, 0.0)));
    }
  return ages;
}

std::vector<double> oldest_first(std::vector<double> ages) {
  std::ranges::reverse(ages);
  return ages;
}

}  // namespace

template <Real R>
WeibullRows<R>::WeibullRows(const Years& axis, const Entry& entry)
    : steps_(axis.size()), annual_(axis.annual()) {
  for (const auto& [place, share] : entry.points())
    points_.push_back(
        {share, annual_ ? oldest_first(log2_ages(axis.size(), place)) : ages_by_step(axis, place)});
  survival_.resize(critflow::at(steps_ * together));
  leaving_.resize(survival_.size());
}

template <Real R>
void WeibullRows<R>::start(std::vector<R> shape, std::vector<R> log2_scale) {
  shape_ = std::move(shape);
  log2_scale_ = std::move(log2_scale);
  oldest_ = first_ = made_ = 0;
  forget();
}

template <Real R>
void WeibullRows<R>::forget() {
  for (EntryPoint& point : points_) {
    point.hazard.assign(critflow::at(steps_), R(0.0));
    point.left.assign(critflow::at(steps_), R(1.0));
  }
}

template <Real R>
typename WeibullRows<R>::Row WeibullRows<R>::at(int step) {
  if (step < first_ || step >= made_) make(step);
  const std::size_t row = critflow::at(step - first_) * shape_.size();
  return {survival_.data() + row, leaving_.data() + row};
}

template <Real R>
void WeibullRows<R>::make(int first) {
  if (first == first_ && made_ > first) return;
  if (first != made_) {
    forget();
    oldest_ = 0;
    first_ = std::max(first - 1, 0);
    if (first > 0) make_row(first_);
  }
  while (oldest_ < first && is_over(oldest_)) ++oldest_;
  first_ = first;
  made_ = std::min(first + together, steps_);
  for (int step = first; step < made_; ++step) make_row(step);
}

template <Real R>
void WeibullRows<R>::make_row(int step) {
  const std::size_t row = critflow::at(step - first_) * critflow::at(steps_);
  std::fill_n(survival_.begin() + static_cast<std::ptrdiff_t>(row), step + 1, R(0.0));
  std::fill_n(leaving_.begin() + static_cast<std::ptrdiff_t>(row), step + 1, R(0.0));
  const int ages = annual_ ? steps_ - 1 - step : step * (step + 1) / 2;
  for (EntryPoint& point : points_)
    weibull_row<R>(point.log2_ages.data() + ages, oldest_, step + 1, shape_.data(),
                   log2_scale_.data(), point.share, point.hazard.data(), point.left.data(),
                   survival_.data() + row, leaving_.data() + row);
}

template <Real R>
bool WeibullRows<R>::is_over(int cohort) const {
  return std::ranges::none_of(
      points_, [&](const EntryPoint& point) { return any(point.left[critflow::at(cohort)]); });
}

template class WeibullRows<double>;
template class WeibullRows<Lanes>;

}  // namespace critflow
