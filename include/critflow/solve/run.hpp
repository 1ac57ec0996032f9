#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "critflow/scenario/system.hpp"
#include "critflow/solve/balance.hpp"
#include "critflow/solve/clamp_year.hpp"
#include "critflow/solve/figures.hpp"
#include "critflow/solve/plan.hpp"

namespace critflow {

/// What happened: every flow and stock of every year, how well it closes, and why it is the only
/// answer. Flows [layer/a], stocks [layer] at the end of the year.
class Run {
 public:
  struct Values {
    std::vector<double> flows{};       ///< [step][edge]
    std::vector<double> levels{};      ///< [step][stock level of the plan]
    std::vector<double> before{};      ///< [stock level], before the first step
    std::vector<ClampValue> clamps{};  ///< [step][clamp of the plan]
    Balance balance{};
    Uniqueness uniqueness{};
    double seconds = 0.0;
  };
  Run(System system, Plan plan, Values values);

  /// What flows between two processes, with the dimensions of both: year, ..., layer. Where several
  /// flows of the drawing join them (by several doors, by a share and the rest) it is their sum,
  /// with the dimensions that all of them have; `flows_by_role` gives each.
  /// @throws InvalidValue with the nearest name
  [[nodiscard]] Figures flow(const std::string& from, const std::string& to) const;
  /// The flows with a role, one for each flow of the drawing, with its door in its name; see
  /// `flow_roles`.
  /// @throws InvalidValue with the nearest role
  [[nodiscard]] std::vector<Figures> flows_by_role(const std::string& role) const;
  /// The roles of what flows between two processes, each once.
  [[nodiscard]] std::vector<std::string> roles_between(const std::string& from,
                                                       const std::string& to) const;
  /// All flows of the drawing, and those made with it, as [from, to], each pair once.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> flow_names() const;

  /// In a stock at the end of the year.
  [[nodiscard]] Figures stock(const std::string& process) const;
  /// Into a stock during the year.
  [[nodiscard]] Figures inflow(const std::string& process) const;
  /// Out of a stock during the year.
  [[nodiscard]] Figures outflow(const std::string& process) const;
  [[nodiscard]] std::vector<std::string> stock_names() const;

  /// Every clamp of the drawing in every year: which bound holds, and how far the others are.
  [[nodiscard]] std::vector<ClampYear> clamps() const;

  [[nodiscard]] const System& system() const { return system_; }
  [[nodiscard]] const Plan& plan() const { return plan_; }
  /// All numbers as they lie in the plan.
  [[nodiscard]] const Values& values() const { return *values_; }
  [[nodiscard]] const Balance& balance() const { return values_->balance; }
  [[nodiscard]] const Uniqueness& uniqueness() const { return values_->uniqueness; }
  /// Time the run took, without compiling [s].
  [[nodiscard]] double seconds() const { return values_->seconds; }

 private:
  enum class OfStock { level, inflow, outflow };

  [[nodiscard]] const ExpandedStock& find_stock(const std::string& process) const;
  [[nodiscard]] Figures of_stock(const std::string& process, OfStock what) const;
  [[nodiscard]] Figures of_flow(const ExpandedFlow& flow) const;
  [[nodiscard]] Figures sum_of(const std::vector<const ExpandedFlow*>& flows) const;
  [[nodiscard]] Figures frame(const std::string& name, const Dimensions& places,
                              const std::vector<int>& layers, bool per_year) const;
  [[nodiscard]] double flow_at(int step, int edge) const;

  System system_;
  Plan plan_;
  std::shared_ptr<const Values> values_;
};

}  // namespace critflow
