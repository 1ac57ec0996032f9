#pragma once

#include <map>
#include <vector>

#include "critflow/network/network.hpp"
#include "critflow/solve/program.hpp"
#include "elimination.hpp"
#include "emitter.hpp"

namespace critflow {

/// Turns the equations of a network into a program: unknowns in the order in which they can be
/// found, loops by elimination, clamps in loops by a branch search.
class Compiler {
 public:
  Compiler(const Network& network, Program& program, std::vector<Fault>& faults);

  void compile();
  /// The slot of a number wanted besides the unknowns, computed with the balance.
  int get(Known known) { return emitter_.get(known); }
  /// The slot of an edge's flow.
  int flow_of(const Edge& edge);

 private:
  void compile_group(const std::vector<Unknown>& group);
  void compile_single(Unknown unknown);
  void compile_loop(const std::vector<Unknown>& group);
  [[nodiscard]] bool needs_itself(Unknown unknown) const;
  [[nodiscard]] bool ratios_are_known(const std::vector<Unknown>& group);
  [[nodiscard]] LoopRows rows_of(const std::vector<Unknown>& group);
  /// `value` gives the slots of unknowns that are not where all look for them; -1 leaves one out.
  int sum_of(const std::vector<Known>& known, const std::vector<Term>& terms,
             const std::map<int, int>& value);
  int low_of(Unknown unknown);
  int high_of(Unknown unknown);

  std::map<int, int> solve_clamps(const Elimination& loop, const std::vector<int>& clamps);
  int solve_one_clamp(const Elimination& loop, int clamp);
  void solve_block(const Elimination& loop, const std::vector<int>& clamps,
                   const std::map<int, int>& value);
  void evaluate_again(Unknown clamp, const std::map<int, int>& value);

  const Equations& equations_;
  Program& program_;
  std::vector<Fault>& faults_;
  Emitter emitter_;
};

/// Orders each straight stretch of a program by depth, operation and length: equal operations in a
/// row are dispatched once, and since every slot is written once no result changes.
void group_by_operation(std::vector<Instruction>& program, const std::vector<int>& list, int slots);

}  // namespace critflow
