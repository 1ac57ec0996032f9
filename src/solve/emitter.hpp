#pragma once

#include <vector>

#include "critflow/network/equations.hpp"
#include "critflow/solve/program.hpp"

namespace critflow {

/// Writes instructions and hands out slots. Products with one and sums with zero cost nothing.
class Emitter {
 public:
  Emitter(const Equations& equations, Program& program);

  int fresh(double initial = 0.0);
  /// The slot of a known number, with what it takes to compute it.
  int get(Known known);
  int slot(Unknown unknown) const { return program_.slot(unknown); }

  int multiply(int a, int b);
  /// a * b + c
  int multiply_add(int a, int b, int c);
  int one_over_one_less(int gain);
  /// Copies `from` to `to`.
  void place(int from, int to);
  /// Has a sum that nobody else will read, if it was just made, written to `to`; else copies it.
  void finish(int sum, int to);
  void emit(Instruction instruction) { program_.balance.push_back(instruction); }

  [[nodiscard]] int one() const { return one_; }
  [[nodiscard]] int zero() const { return zero_; }
  [[nodiscard]] Program& program() { return program_; }

 private:
  void compute(Known known, int to);
  int make(Instruction instruction);

  const Equations& equations_;
  Program& program_;
  int one_ = -1, zero_ = -1, minus_one_ = -1;
  int made_last_ = -1;  ///< product or sum
};

}  // namespace critflow
