#include "critflow/base/years.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

std::vector<int> consecutive(int first, int last) {
  if (first < 1 || last > 9999 || first > last)
    throw InvalidValue({.where = "years",
                        .what = "not a range",
                        .value = std::to_string(first) + " to " + std::to_string(last),
                        .rule = "rise from at least 1 to at most 9999"});
  std::vector<int> years(static_cast<std::size_t>(last - first + 1));
  std::iota(years.begin(), years.end(), first);
  return years;
}

std::vector<double> bounds_of(const std::vector<int>& years) {
  const std::size_t count = years.size();
  std::vector<double> bounds(count + 1);
  for (std::size_t i = 1; i < count; ++i) bounds[i] = 0.5 * (years[i - 1] + years[i]);
  const double head = count > 2 ? bounds[2] - bounds[1] : 1.0;
  const double tail = count > 2 ? bounds[count - 1] - bounds[count - 2] : 1.0;
  bounds[0] = count > 1 ? bounds[1] - head : years[0] - 0.5;
  bounds[count] = count > 1 ? bounds[count - 1] + tail : years[0] + 0.5;
  return bounds;
}

}  // namespace

Years::Years(int first, int last) : Years(consecutive(first, last)) {}

Years::Years(std::vector<int> years) : years_(std::move(years)) {
  const bool rising =
      std::adjacent_find(years_.begin(), years_.end(), std::greater_equal<>()) == years_.end();
  if (years_.empty() || !rising)
    throw InvalidValue({.where = "years",
                        .what = "not rising",
                        .value = std::to_string(years_.size()) + " years",
                        .rule = "hold at least one year, each later than the one before"});
  if (years_.size() < 3 && !annual())
    throw InvalidValue({.where = "years",
                        .what = "too few",
                        .value = std::to_string(years_.size()) + " years",
                        .rule = "hold three or more years where they are not consecutive"});
  bounds_ = bounds_of(years_);
}

bool Years::annual() const { return last() - first() + 1 == size(); }

int Years::index_of(int year) const {
  const auto place = std::lower_bound(years_.begin(), years_.end(), year);
  return place != years_.end() && *place == year ? static_cast<int>(place - years_.begin()) : -1;
}

}  // namespace critflow
