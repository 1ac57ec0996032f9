#pragma once

#include <memory>
#include <span>
#include <vector>

#include "balance_watch.hpp"
#include "bound_draws.hpp"
#include "critflow/network/process.hpp"
#include "critflow/scenario/system.hpp"
#include "critflow/solve/machine.hpp"
#include "critflow/solve/reading.hpp"
#include "critflow/solve/run.hpp"

namespace critflow {

/// Walks through the years, for one system or for the lanes of a study. Owns all that changes, and
/// may walk again, from other draws. Plan, system and draws are another's, who keeps them.
template <Real R>
class March {
 public:
  /// @throws InvalidValue where the plan is of another drawing
  /// @param reading  what is wanted of each lane; null: all of a single run
  March(const Plan& plan, const System& system, const Reading* reading = nullptr);
  March(const March&) = delete;
  March& operator=(const March&) = delete;
  ~March() = default;

  /// All years of the samples from `first`.
  void run(const BoundDraws& draws, int first);
  /// Loads what is known, up to the end of the year before the first.
  void prepare(const BoundDraws& draws, int first);
  /// One year of `run`, after `prepare` and the years before it.
  void balance_year(int step);
  /// After `prepare`: what the process with that position among the network's rememberers sees.
  [[nodiscard]] const View<R>& view(std::size_t rememberer) const { return views_[rememberer]; }

  /// What the reading asked for.
  [[nodiscard]] std::span<const R> cells() const { return cells_; }
  /// By lane.
  [[nodiscard]] std::span<const std::vector<Fault>> faults() const { return faults_; }
  /// All of a walk without a reading, to be taken once.
  [[nodiscard]] Run::Values take_values();

 private:
  void read_with(const Reading& reading);
  void forget();
  void load(const BoundLoads& loads, const double* given, int step);
  void load_year(const BoundLoads& loads, int step);
  void tell_outside(const BoundLoads& loads);
  void begin_year(int step);
  void read_ahead();
  void check_shares(int step);
  void certify_year(int step);
  [[nodiscard]] Eigen::MatrixXd gains_of(const ClampBlock& block, int lane) const;
  void begin_record();
  void record();
  void check_balance();
  void check_numbers(int step);
  void add_fault(int lane, Fault fault);

  const Plan::Compiled& plan_;
  const System& system_;
  const bool records_;
  std::vector<int> read_slots_;                  ///< of the reading's cells, one after the other
  std::vector<std::vector<CellSlots>> read_in_;  ///< by step
  std::vector<Within> bounds_;                   ///< of the plan's checks
  std::vector<double> given_once_;               ///< [load], before it is drawn
  std::vector<double> given_yearly_;             ///< [step][yearly load]
  const BoundDraws* draws_ = nullptr;
  BoundDraws::Side<R> side_;
  Machine<R> machine_;
  std::vector<typename View<R>::Ahead> ahead_;
  std::vector<View<R>> views_;
  std::vector<std::unique_ptr<Memory<R>>> memories_;
  typename View<R>::Complain complain_;
  BalanceWatch<R> watch_;
  Run::Values values_;
  std::vector<R> cells_;
  std::vector<Uniqueness> uniqueness_;      ///< by lane
  std::vector<std::vector<Fault>> faults_;  ///< by lane
};

}  // namespace critflow
