#include "checks.hpp"

#include <cmath>

#include "critflow/base/fault.hpp"

namespace critflow {

std::string at_year(const std::string& name, int year) {
  return name + "[" + std::to_string(year) + "]";
}

void require_entries(Eigen::Index entries, Eigen::Index wanted, const std::string& name) {
  if (entries == wanted) return;
  throw InvalidValue({.where = name,
                      .what = "wrong length",
                      .value = std::to_string(entries),
                      .rule = "have " + std::to_string(wanted) + " entries"});
}

void require_amounts(const Eigen::Ref<const Eigen::ArrayXd>& series, const Years& years, int first,
                     const std::string& name) {
  for (int i = 0; i < static_cast<int>(series.size()); ++i)
    if (!(series(i) >= 0.0 && std::isfinite(series(i))))
      require_not_negative(series(i), at_year(name, years[first + i]));
}

bool in_surplus(double stock, double in_use) { return in_use - stock > rounded_surplus * in_use; }

void refuse_surplus(double stock, double in_use, const std::string& where) {
  throw InvalidValue({.where = where,
                      .what = "falls by more than leaves",
                      .value = shown(stock),
                      .rule = "be at least " + shown(in_use) + ", which older cohorts hold, or " +
                              shown(in_use - stock) +
                              " need a rule: retire_early or allow_negative"});
}

void refuse_fleeting(double addition, const std::string& where) {
  throw InvalidValue({.where = where,
                      .what = "held by units that leave at once",
                      .value = shown(addition),
                      .rule = "have a lifetime that survives its step of entry"});
}

}  // namespace critflow
