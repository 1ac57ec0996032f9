#pragma once

#include <cstddef>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/solve/program.hpp"

namespace critflow {

/// Runs a program: slots of values, and for each clamp in a loop the branch it was on last.
///
/// The branch search starts from last year's branch; every clamp that disagrees with the values
/// found moves to the branch they call for. After 2 k + 4 rounds only the lowest-numbered one
/// moves, and a clamp held at a bound is first set free. A clamp within rounding of its bound
/// agrees with both branches. Each lane has its own branch, and one that agrees is unmoved by the
/// others.
template <Real R>
class Machine {
 public:
  explicit Machine(const Program& program);

  /// As before the first year: numbers are in their slots, no clamp is held.
  void forget();
  void run(const std::vector<Instruction>& instructions);
  void run_once() { run(program_->once); }
  void run_yearly() { run(program_->yearly); }
  void run_balance() { run(program_->balance); }
  void run_levels() { run(program_->levels); }

  [[nodiscard]] std::vector<R>& slots() { return slots_; }
  [[nodiscard]] const std::vector<R>& slots() const { return slots_; }
  [[nodiscard]] const R& at(int slot) const { return slots_[static_cast<std::size_t>(slot)]; }
  [[nodiscard]] R& at(int slot) { return slots_[static_cast<std::size_t>(slot)]; }
  /// One in the lanes in which the branch search of a block ended without agreement, else zero.
  [[nodiscard]] const R& gave_up(int block) const {
    return gave_up_[static_cast<std::size_t>(block)];
  }
  /// Passes through blocks, and rounds they took together.
  [[nodiscard]] long passes() const { return passes_; }
  [[nodiscard]] long rounds() const { return rounds_; }

 private:
  void arm(const ClampBlock& block);
  /// One in the lanes in which a clamp changed its branch.
  [[nodiscard]] R moves(const ClampBlock& block, int round);
  [[nodiscard]] const Instruction* check(const std::vector<Instruction>& instructions,
                                         const Instruction* at);

  const Program* program_;
  std::vector<R> slots_;
  std::vector<R> branch_;  ///< -1 held low, 0 free, 1 held high
  int round_ = 0;
  std::vector<R> gave_up_;  ///< by block
  long passes_ = 0;
  long rounds_ = 0;
};

}  // namespace critflow
