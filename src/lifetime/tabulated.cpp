#include "critflow/lifetime/tabulated.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <utility>

#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

std::vector<double> whole_ages(std::size_t count) {
  std::vector<double> ages(count);
  std::iota(ages.begin(), ages.end(), 0.0);
  return ages;
}

void require(bool holds, const char* of, std::size_t place, const char* what, double value,
             const char* rule) {
  if (holds) return;
  throw InvalidValue({.where = std::string("tabulated.") + of + "[" + std::to_string(place) + "]",
                      .what = what,
                      .value = shown(value),
                      .rule = rule});
}

void check(const std::vector<double>& ages, const std::vector<double>& shares) {
  if (ages.size() != shares.size() || ages.size() < 2)
    throw InvalidValue({.where = "tabulated",
                        .what = "wrong number of points",
                        .value = std::to_string(ages.size()) + " ages, " +
                                 std::to_string(shares.size()) + " shares",
                        .rule = "be two or more ages with a share each"});
  const std::size_t last = ages.size() - 1;
  require(ages[0] == 0.0, "ages", 0, "not at the beginning", ages[0], "be 0");
  require(shares[0] <= 1.0, "shares", 0, "above one", shares[0], "be <= 1");
  for (std::size_t i = 1; i <= last; ++i) {
    require_finite(ages[i], "tabulated.ages[" + std::to_string(i) + "]");
    require(ages[i] > ages[i - 1], "ages", i, "not rising", ages[i], "be above the age before");
    require(shares[i] <= shares[i - 1], "shares", i, "rises with age", shares[i],
            "be at most the share before");
  }
  require(shares[last] == 0.0, "shares", last, "does not end at zero", shares[last],
          "be 0 at the last age");
}

}  // namespace

Tabulated::Tabulated(std::vector<double> ages, std::vector<double> shares)
    : ages_(std::move(ages)), shares_(std::move(shares)) {
  check(ages_, shares_);
}

Tabulated::Tabulated(const std::vector<double>& shares)
    : Tabulated(whole_ages(shares.size()), shares) {}

double Tabulated::survival(double age) const {
  if (age < 0.0) return 1.0;
  const auto next = std::upper_bound(ages_.begin(), ages_.end(), age);
  if (next == ages_.end()) return 0.0;
  const auto i = static_cast<std::size_t>(next - ages_.begin());
  const double part = (age - ages_[i - 1]) / (ages_[i] - ages_[i - 1]);
  return shares_[i - 1] + part * (shares_[i] - shares_[i - 1]);
}

double Tabulated::mean() const {
  double area = 0.0;
  for (std::size_t i = 1; i < ages_.size(); ++i)
    area += 0.5 * (shares_[i] + shares_[i - 1]) * (ages_[i] - ages_[i - 1]);
  return area;
}

}  // namespace critflow
