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
  cohorts_ = WeibullCohorts<R>(std::move(shape), log2_scale);
  of_one_shape_ = annual_ && cohorts_.of_one_shape();
  if (of_one_shape_)
    for (EntryPoint& point : points_) find_growth(point);
  forget();
}

template <Real R>
void WeibullRows<R>::find_growth(EntryPoint& point) const {
  std::vector<R>& growth = point.growth;
  growth.resize(point.log2_ages.size());
  powers_of_ages<R>(point.log2_ages, cohorts_, growth.data());
  for (std::size_t i = 1; i < growth.size(); ++i) growth[i - 1] -= growth[i];
}

template <Real R>
void WeibullRows<R>::forget() {
  oldest_ = first_ = made_ = 0;
  for (EntryPoint& point : points_) {
    if (!of_one_shape_) point.power.assign(critflow::at(steps_), R(0.0));
    point.left.assign(critflow::at(steps_), R(1.0));
  }
}

template <Real R>
typename WeibullRows<R>::Row WeibullRows<R>::at(int step) {
  if (step < first_ || step >= made_) make(step, 1);
  const std::size_t row = critflow::at(step - first_) * critflow::at(steps_);
  return {survival_.data() + row, leaving_.data() + row};
}

template <Real R>
void WeibullRows<R>::make(int first) {
  const int count = std::min(together, steps_ - first);
  if (first != first_ || made_ != first + count) make(first, count);
}

template <Real R>
void WeibullRows<R>::make(int first, int count) {
  if (first < made_) forget();
  for (; made_ < first; ++made_) make_row(first_ = made_);
  while (oldest_ < first && is_over(oldest_)) ++oldest_;
  for (first_ = first; made_ < first + count; ++made_) make_row(made_);
}

template <Real R>
void WeibullRows<R>::make_row(int step) {
  const std::size_t row = critflow::at(step - first_) * critflow::at(steps_);
  R *const survival = survival_.data() + row, *const leaving = leaving_.data() + row;
  std::fill_n(survival, oldest_, R(0.0));
  std::fill_n(leaving, oldest_, R(0.0));
  const int ages = annual_ ? steps_ - 1 - step : step * (step + 1) / 2;
  for (EntryPoint& point : points_) {
    const bool adds = &point != &points_.front();
    if (of_one_shape_)
      weibull_row_of_one_shape<R>(point.growth.data() + ages, oldest_, step + 1,
                                  cohorts_.pace.data(), point.share, adds, point.left.data(),
                                  survival, leaving);
    else
      weibull_row<R>(point.log2_ages.data() + ages, oldest_, step + 1, cohorts_, point.share, adds,
                     point.power.data(), point.left.data(), survival, leaving);
  }
}

template <Real R>
bool WeibullRows<R>::is_over(int cohort) const {
  return std::ranges::none_of(
      points_, [&](const EntryPoint& point) { return any(point.left[critflow::at(cohort)]); });
}

template class WeibullRows<double>;
template class WeibullRows<Lanes>;

}  // namespace critflow
