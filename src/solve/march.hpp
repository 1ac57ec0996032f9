#pragma once

#include <memory>
#include <span>
#include <vector>

#include "critflow/network/process.hpp"
#include "critflow/scenario/system.hpp"
#include "critflow/solve/balance.hpp"
#include "critflow/solve/machine.hpp"
#include "critflow/solve/run.hpp"

namespace critflow {

/// A parameter cell whose value in every year is drawn, lane by lane.
template <Real R>
struct DrawnCell {
  int parameter;
  int cell;
  R value;
};

/// One walk through the years, for one system or for the lanes of a study. Owns all that changes.
template <Real R>
class March {
 public:
  March(const Plan& plan, const System& system, std::span<const DrawnCell<R>> drawn);

  /// Loads what is known, up to the end of the year before the first.
  void prepare();
  /// After `prepare`: what the process with that position among the network's rememberers sees.
  [[nodiscard]] const View<R>& view(std::size_t rememberer) const { return views_[rememberer]; }
  void run();
  /// One year of `run`, after those before it.
  void balance_year(int step);
  /// What a lane found, to be taken once.
  /// @throws ModelFaults
  [[nodiscard]] Run::Values result(int lane);

 private:
  void load(std::span<const Plan::Load> loads, int step);
  void read_ahead();
  void make_memories();
  void check_shares(int step);
  void certify_year(int step);
  [[nodiscard]] Eigen::MatrixXd gains_of(const ClampBlock& block, int lane) const;
  void require_numbers(const Run::Values& values, std::vector<Fault>& faults) const;
  void record();
  void add_fault(int lane, Fault fault);

  const Plan::Compiled& plan_;
  const System& system_;
  std::vector<std::vector<const DrawnCell<R>*>> drawn_;  ///< by slot
  Machine<R> machine_;
  std::vector<typename View<R>::Ahead> ahead_;
  std::vector<View<R>> views_;
  std::vector<std::unique_ptr<Memory<R>>> memories_;
  typename View<R>::Complain complain_;
  BalanceWatch<R> watch_;
  std::vector<Run::Values> values_;         ///< by lane
  std::vector<Uniqueness> uniqueness_;      ///< by lane
  std::vector<std::vector<Fault>> faults_;  ///< by lane
};

}  // namespace critflow
