#pragma once

#include <string>
#include <vector>

#include "critflow/base/dimension.hpp"
#include "critflow/solve/run.hpp"

namespace critflow {

/// What is wanted: one layer, summed over all dimensions that `place` does not fix.
struct Wanted {
  std::string layer;
  Place place{};
  std::vector<int> years{};  ///< empty = every year of the run
};

/// Numbers that are wanted of a run, or of each sample of a study: cells, each a sum of flows
/// [layer/a] or of stocks at the end of a year [layer].
///
///     Reading reading(plan, system);
///     const int cobalt = reading.role("primary", {.layer = "cobalt", .years = {2030}});
///
/// Each question adds one cell for each year, side by side in the order in which the years are
/// given, and returns the position of the first. A flow without the item that `place` fixes adds
/// nothing.
/// @throws InvalidValue with the nearest name where there is no such flow, role, stock, item or
///         year, where nothing has the layer, or where a flow has not the dimension that is fixed
class Reading {
 public:
  /// Positions in the plan's `flow_slots` and `levels`.
  struct Sum {
    std::vector<int> edges{};
    std::vector<int> levels{};
  };

  Reading(Plan plan, System system);

  /// All that flows between two processes.
  int flow(const std::string& from, const std::string& to, const Wanted& wanted);
  /// All flows with a role; see `flow_roles`.
  int role(const std::string& role, const Wanted& wanted);
  /// In a stock at the end of the year.
  int stock(const std::string& process, const Wanted& wanted);
  /// Into a stock during the year.
  int inflow(const std::string& process, const Wanted& wanted);
  /// Out of a stock during the year.
  int outflow(const std::string& process, const Wanted& wanted);
  /// What has no name: any flows and stocks of one unit.
  int sum(Sum sum, const std::vector<int>& years = {});

  [[nodiscard]] int cells() const { return static_cast<int>(cells_.size()); }
  /// The cells of a run on its own: of the same bits as those of a sample with its values.
  [[nodiscard]] std::vector<double> of(const Run& run) const;

  struct Cell {
    int sum = -1;
    int step = -1;
  };
  [[nodiscard]] const std::vector<Sum>& sums() const { return sums_; }
  [[nodiscard]] const std::vector<Cell>& all() const { return cells_; }

 private:
  enum class OfStock { level, inflow, outflow };

  int sum_of_flows(const std::string& where, const std::vector<const ExpandedFlow*>& flows,
                   const Wanted& wanted);
  int sum_of_stock(const std::string& process, OfStock what, const Wanted& wanted);
  [[nodiscard]] int layer_named(const std::string& where, const std::string& name) const;
  void require_place(const std::string& where, const Dimensions& dimensions,
                     const Place& place) const;

  Plan plan_;
  System system_;
  std::vector<Sum> sums_;
  std::vector<Cell> cells_;
};

}  // namespace critflow
