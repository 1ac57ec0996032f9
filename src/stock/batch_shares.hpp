#pragma once

#include <span>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/base/years.hpp"
#include "critflow/lifetime/entry.hpp"
#include "critflow/lifetime/lifetime.hpp"
#include "critflow/lifetime/survival_table.hpp"
#include "critflow/stock/cohort_sums.hpp"

namespace critflow {

/// The shares of as many lifetimes as a pack has lanes, by age, the oldest first: those of Weibull
/// lifetimes all at once, the others from a table each.
class BatchShares {
 public:
  BatchShares(const Years& years, std::span<const Lifetime> lives, const Entry& entry);

  [[nodiscard]] const Lanes& at_entry() const { return survival_.back(); }
  [[nodiscard]] const Lanes& leaving_at_entry() const { return leaving_.back(); }
  [[nodiscard]] SharesAhead<Lanes> ahead(int year) const;

 private:
  void fill_weibulls(std::span<const Lifetime> lives, const Entry& entry);
  void fill_lane(int i, const SurvivalTable& table);
  void find_end();

  std::vector<Lanes> survival_;
  std::vector<Lanes> leaving_;
  int over_ = 0;  ///< so many of the oldest ages have no shares
};

}  // namespace critflow
