#pragma once

#include <cstddef>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/lifetime/survival_table.hpp"
#include "critflow/stock/shrinking_stock.hpp"

namespace critflow {

/// Shares as the kernels read them, in rows of a step by cohort.
struct SharedRows {
  int size;
  int stride;  ///< from row to row
  const double* survival;
  const double* leaving;
  const double* per_unit;  ///< [step]: enters for a unit in use at its end
  const double* per_year;  ///< [step]: one over its length
  const int* oldest;       ///< [step / 3]: of the cohorts before nothing is left
};

/// A panel of series in a table: where its first step begins, and how far the next is behind.
struct PanelTable {
  double* first;
  std::ptrdiff_t stride;
};

/// One survival table applied to many series, a panel at a time: three steps by four packs are
/// summed at once, so that each share is read once for 32 series, and each amount once for three
/// steps.
class SharedShares {
 public:
  static constexpr int packs = 4;  ///< in a panel
  static constexpr int series = packs * lane_count<Lanes>;

  explicit SharedShares(const SurvivalTable& table);

  /// @param entering  [step][pack], [unit]
  void follow_inflow(const Lanes* entering, PanelTable outflow, PanelTable stock) const;

  /// @param wanted  [step][pack], [unit]
  /// @param older   [step][pack]: in use at the end of the step before something enters [unit]
  /// @return whether there may be something to refuse
  [[nodiscard]] bool follow_stock(const Lanes* wanted, ShrinkingStock rule, Lanes* older,
                                  PanelTable inflow, PanelTable outflow) const;

  /// Of what enters in a step, in use at its end.
  [[nodiscard]] double surviving(int step) const { return survival_[index(step, step)]; }

 private:
  [[nodiscard]] std::size_t index(int step, int cohort) const {
    return static_cast<std::size_t>(begin_ + step * stride_ + cohort);
  }
  [[nodiscard]] SharedRows rows() const;
  void find_oldest();

  int size_;
  int begin_;                     ///< of the row of the first step
  int stride_;                    ///< by age each row begins an age earlier, the oldest first
  std::vector<double> survival_;  ///< zero of cohorts that have not entered
  std::vector<double> leaving_;
  std::vector<double> per_unit_;
  std::vector<double> per_year_;
  std::vector<int> oldest_;
};

}  // namespace critflow
