#pragma once

#include <string>
#include <vector>

namespace critflow {

/// What a term of a formula adds up, in one layer.
enum class Counted {
  flow,     ///< flows with the role
  foreign,  ///< of these, what lies outside the Union
  stock,    ///< what is at the end of the year in the stocks that such a flow enters
  inflow,   ///< into these stocks
  outflow   ///< out of them
};

struct RoleTerm {
  std::string role;
  Counted counted = Counted::flow;
  double factor = 1.0;
  int years_before = 0;
  bool needed = true;  ///< false: none where there is no such flow
};

/// An indicator, or what a law sets a threshold for, as part / whole of sums of flows and stocks by
/// role; without a whole it is the part. What a study computes of each sample, where indicators
/// look at a run: over all products, places and partners.
struct RoleFormula {
  std::string name;
  std::vector<RoleTerm> part;
  std::vector<RoleTerm> whole{};
};

/// In the order in which a study that is not told what to report takes them.
[[nodiscard]] const std::vector<RoleFormula>& indicator_formulas();

/// By the name of what is measured, as in a `Target`.
[[nodiscard]] const std::vector<RoleFormula>& target_formulas();

/// The formula of an indicator.
/// @throws InvalidValue with the nearest name
[[nodiscard]] const RoleFormula& indicator_formula(const std::string& name);

}  // namespace critflow
