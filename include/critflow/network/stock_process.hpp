#pragma once

#include <limits>
#include <map>
#include <string>
#include <vector>

#include "critflow/network/earlier_cohorts.hpp"
#include "critflow/network/stock_memory.hpp"
#include "critflow/stock/shrinking_stock.hpp"

namespace critflow {

class Builder;
struct Group;

/// Units in use, by cohort: what enters in a year leaves over the following ones as its lifetime
/// says, and takes with it what it holds of each layer. Equations: `stock/inflow_driven.hpp`,
/// `stock/stock_driven.hpp`; a year's outflow is what memory releases plus the share of this year's
/// inflow that leaves at once.
struct StockProcess {
  enum class Driver { pushed, inflow, stock };
  /// What becomes of units that were asked for and not delivered: they are asked for again in the
  /// next year, or never. A prescribed stock catches up unless it is said, and counts lost units as
  /// in use until they would have left; a prescribed inflow that is missed is lost unless it is
  /// said. See `Production` on who delivers less.
  enum class Missed { as_driven, catch_up, lost };

  /// What was used before and is used on elsewhere saves new units: displacement x what the process
  /// `by` held at the end of the year before, in the lead layer of this one, and no more than is
  /// asked. Of a prescribed stock so many need not be in use here, the displacement is a share; of
  /// a prescribed inflow so many are not asked in a year, it is a rate [1/a]: what one of them
  /// saves over its whole life, divided by the life of a new one.
  struct Saved {
    std::string by{};
    std::string displacement{};
  };

  /// Outflow by age: what leaves at an age up to this, and above that of the class before, does so
  /// by a door of its own. Age is the years since the year of entry, in which it is zero.
  struct AgeClass {
    std::string door;
    double up_to_age = std::numeric_limits<double>::infinity();  ///< [a]; the last has no limit
  };

  Driver driver = Driver::pushed;
  std::string driver_parameter{};  ///< inflow [lead layer/a] or stock [lead layer]
  std::string lead{};              ///< layer in which driver and initial stock are counted
  std::string split{};             ///< share of each variant per cohort; sums to one
  /// Amount of a layer per unit of the lead layer: the product of these parameters. The key
  /// `material` stands for every material layer that is not named itself.
  std::map<std::string, std::vector<std::string>> content{};
  std::string lifetime{};  ///< name of a lifetime of the system
  ShrinkingStock shrinking = ShrinkingStock::refuse;
  Missed missed = Missed::as_driven;
  Saved saved{};  ///< by nothing without a name; not with `missed`
  /// Shared by the variants as the split of the first year says, unless it is given for each.
  EarlierCohorts initial{};
  std::vector<AgeClass> by_age{};  ///< youngest first; empty = one outflow for all ages

  void describe(Builder& builder) const;

  template <Real R>
  [[nodiscard]] StockMemory<R> start(const View<R>& view) const;
  /// Other samples, in the room of those before.
  template <Real R>
  void start_again(const View<R>& view, StockMemory<R>& memory) const;
  /// What entered by cohort, of those before the first step, so that the initial stock is what is
  /// left of it [lead layer]; empty where the stock began empty.
  template <Real R>
  [[nodiscard]] std::vector<R> entered_before(const View<R>& view, const SurvivalCurves<R>& curves,
                                              int instance) const;
  /// Of an amount that `entered_before`, what an instance holds of a layer.
  template <Real R>
  [[nodiscard]] R content_of(const View<R>& view, int instance, int layer) const;
  template <Real R>
  void route(const View<R>& view, StockMemory<R>& memory) const;
  template <Real R>
  void settle(const View<R>& view, StockMemory<R>& memory) const;

 private:
  template <Real R>
  void look_ahead(const View<R>& view, StockMemory<R>& memory) const;
  template <Real R>
  void ask(const View<R>& view, StockMemory<R>& memory, const std::vector<int>& group) const;
  template <Real R>
  void retire(StockMemory<R>& memory, int instance, int now, const R& kept) const;
  [[nodiscard]] bool asks_again() const {
    return driver == Driver::inflow && missed == Missed::catch_up;
  }
  [[nodiscard]] bool counts_lost() const {
    return driver == Driver::stock && missed == Missed::lost;
  }
  template <Real R>
  void miss(const View<R>& view, StockMemory<R>& memory, int instance) const;
  template <Real R>
  void release_by_age(const View<R>& view, const StockMemory<R>& memory) const;
  void describe_outflow(Builder& builder, Group use) const;
  void check_age_classes(Builder& builder) const;
  void describe_driver(Builder& builder, Group use) const;
  /// Whether the initial stock is that of all variants together.
  [[nodiscard]] bool earlier_are_split(Builder& builder) const;
};

}  // namespace critflow
