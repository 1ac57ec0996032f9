#pragma once

#include <map>
#include <string>
#include <vector>

namespace critflow {

class Builder;

/// What a prescribed stock does in a year in which it falls faster than its cohorts retire.
enum class Shrinking { refuse, retire_early, allow_negative };

/// Units in use, by cohort: what enters a year leaves it over the following ones as its lifetime
/// says, and takes with it what it holds of each layer. Equations: `stock/inflow_driven.hpp`,
/// `stock/stock_driven.hpp`.
struct StockProcess {
  enum class Driver { pushed, inflow, stock };
  struct Initial {
    std::string stock{};   ///< by cohort: parameter with the dimension `cohort` [lead layer]
    std::string total{};   ///< or in total at the end of the year before the first, with
    std::string growth{};  ///< the yearly growth of the inflow behind it [1/a] and
    int cohorts = 0;       ///< the number of cohorts it is spread over
  };

  Driver driver = Driver::pushed;
  std::string driver_parameter{};  ///< inflow [lead layer/a] or stock [lead layer]
  std::string lead{};              ///< layer in which the driver is counted
  std::string split{};  ///< share of each variant per cohort; sums to one over a dimension
  /// Amount of a layer per unit of the lead layer: the product of these parameters. The key
  /// `material` stands for every material layer that is not named itself.
  std::map<std::string, std::vector<std::string>> content{};
  std::string lifetime{};  ///< name of a lifetime of the system
  Shrinking shrinking = Shrinking::refuse;
  Initial initial{};

  void describe(Builder& builder) const;
};

}  // namespace critflow
