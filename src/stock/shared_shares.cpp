#include "shared_shares.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "base/index.hpp"
#include "checks.hpp"

namespace critflow {

namespace {

constexpr int steps = 3;  // that the kernels sum at once

struct ShrinkingRule {
  double least;  ///< addition
  bool retire;
};

}  // namespace

}  // namespace critflow

#define CRITFLOW_KERNELS "stock/shared_shares.inl"
#include "base/each_processor.inl"

namespace critflow {

SharedShares::SharedShares(const SurvivalTable& table)
    : size_(table.size()),
      begin_(table.by_age() ? size_ - 1 : 0),
      stride_(table.by_age() ? -1 : size_),
      survival_(at(table.by_age() ? size_ + steps : size_ * size_)),
      leaving_(survival_) {
  for (int cohort = 0; cohort < (table.by_age() ? 1 : size_); ++cohort)
    for (int step = cohort; step < size_; ++step) {
      survival_[index(step, cohort)] = table.survival(step, cohort);
      leaving_[index(step, cohort)] = table.leaving(step, cohort);
    }
  for (int step = 0; step < size_; ++step) {
    per_unit_.push_back(surviving(step) > 0.0 ? 1.0 / surviving(step) : 0.0);
    per_year_.push_back(1.0 / table.years().length(step));
  }
  find_oldest();
}

void SharedShares::find_oldest() {
  for (int first = 0; first < size_; first += steps) {
    const auto nothing_of = [&](int cohort) {
      for (int step = first; step < std::min(first + steps, size_); ++step)
        if (survival_[index(step, cohort)] > 0.0 || leaving_[index(step, cohort)] > 0.0)
          return false;
      return true;
    };
    int oldest = 0;
    while (oldest < first && nothing_of(oldest)) ++oldest;
    oldest_.push_back(oldest);
  }
}

SharedRows SharedShares::rows() const {
  return {size_,
          stride_,
          survival_.data() + begin_,
          leaving_.data() + begin_,
          per_unit_.data(),
          per_year_.data(),
          oldest_.data()};
}

void SharedShares::follow_inflow(const Lanes* entering, PanelTable outflow,
                                 PanelTable stock) const {
  CRITFLOW_IN_LANES(follow_inflow)(rows(), pack(entering), outflow, stock);
}

bool SharedShares::follow_stock(const Lanes* wanted, ShrinkingStock rule, Lanes* older,
                                PanelTable inflow, PanelTable outflow) const {
  const bool negative = rule == ShrinkingStock::allow_negative;
  const ShrinkingRule shrinking{negative ? -std::numeric_limits<double>::infinity() : 0.0,
                                rule == ShrinkingStock::retire_early};
  std::vector<Lanes> left(at(packs * size_));
  CRITFLOW_IN_LANES(follow_stock)
  (rows(), shrinking, pack(wanted), pack(older), pack(left.data()), inflow, outflow);
  if (std::ranges::count(per_unit_, 0.0) > 0) return true;
  if (rule != ShrinkingStock::refuse) return false;
  Lanes surplus;
  CRITFLOW_IN_LANES(largest_surplus)(pack(wanted), pack(older), packs * size_, pack(&surplus));
  return any(surplus);
}

}  // namespace critflow
