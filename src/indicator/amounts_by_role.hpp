#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "critflow/solve/run.hpp"

namespace critflow {

/// An amount for each year of a run, or the reason why it is not known.
struct YearlyAmounts {
  std::vector<double> by_year{};
  std::string reason{};

  [[nodiscard]] bool known() const { return reason.empty(); }
};

/// Amounts of a run by role: what many rules ask for is read from the run once.
class AmountsByRole {
 public:
  explicit AmountsByRole(const Run& run) : run_(run) {}

  [[nodiscard]] const Run& run() const { return run_; }

  /// Sum of the flows with a role, in one layer and of one category. A flow that does not tell
  /// categories makes the amount of one category unknown; it is not left out.
  /// @param category  of the dimension `category`; empty = all
  [[nodiscard]] YearlyAmounts of(const std::string& role, const std::string& layer,
                                 const std::string& category = "");

  /// The same of those flows or parts of flows that bear one of `items`, in the first dimension
  /// that has any of them.
  [[nodiscard]] YearlyAmounts of_items(const std::string& role, const std::string& layer,
                                       const std::vector<std::string>& items);

 private:
  /// The flows of a role that carry the layer, without that dimension.
  const std::vector<Figures>& flows_in(const std::string& role, const std::string& layer);
  [[nodiscard]] YearlyAmounts none() const;

  const Run& run_;
  std::map<std::string, std::vector<Figures>> by_role_;
  std::map<std::pair<std::string, std::string>, std::vector<Figures>> in_layer_;
};

}  // namespace critflow
