#pragma once

#include <string>

#include "critflow/network/view.hpp"

namespace critflow {

class Builder;

/// What is in use at the end of the year before the first, in cohorts of one year each: known by
/// cohort, or in total with the yearly growth of the inflow behind it. All empty = nothing.
struct EarlierCohorts {
  /// Counted from the first port that the process gives them.
  static constexpr int by_cohort = 0, in_total = 1, inflow_growth = 2;

  std::string stock{};   ///< by cohort: parameter with the dimension `cohort`, every year from the
                         ///< oldest to the one before the first [lead layer]
  std::string total{};   ///< or in total [lead layer], with
  std::string growth{};  ///< the yearly growth of the inflow behind it [1/a] and
  int cohorts = 0;       ///< the number of cohorts that share it

  void describe(Builder& builder, int first_port) const;

  /// The number of cohorts; none where nothing is in use before the first year.
  template <Real R>
  [[nodiscard]] int count(const View<R>& view, int first_port) const {
    if (view.has(first_port + by_cohort)) return view.width(first_port + by_cohort);
    return view.has(first_port + in_total) ? cohorts : 0;
  }
};

}  // namespace critflow
