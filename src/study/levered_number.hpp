#pragma once

#include <optional>
#include <string>
#include <vector>

#include "critflow/policy/composition.hpp"
#include "critflow/scenario/system.hpp"

namespace critflow {

/// One number of a system as it is without levers, and what these make of it.
class LeveredNumber {
 public:
  /// @param levers  of the system
  LeveredNumber(const System& system, const Composition& levers, int parameter, int cell);

  /// Without levers: one, or one a year.
  [[nodiscard]] const std::vector<double>& reference() const { return reference_; }
  [[nodiscard]] bool has_levers() const { return levers_.has_value(); }
  /// What the levers make of it in a step, were it `value` and the others as they are.
  [[nodiscard]] double with_levers(int step, double value) const;
  /// Whether levers leave nothing of a small change of `value` in that step.
  [[nodiscard]] bool overruled(int step, double value) const;
  /// Those that act on it in that step.
  [[nodiscard]] std::vector<std::string> levers(int step) const;

 private:
  std::vector<double> reference_;
  std::optional<Composition> levers_{};  ///< over this number
  int number_ = -1;                      ///< among the cells of `levers_`
};

}  // namespace critflow
