#pragma once

#include <map>
#include <utility>
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
  /// The slot of an unknown, its own unless it was found in another.
  int slot(Unknown unknown);
  /// The unknown is the number in that slot.
  void find(Unknown unknown, int slot) {
    program_.slot_of_unknown[static_cast<std::size_t>(unknown.id)] = slot;
  }

  /// Where both were multiplied before, that product.
  int multiply(int a, int b);
  int sum(std::vector<int> addends);
  /// a * b + c
  int multiply_add(int a, int b, int c);
  int one_over_one_less(int gain);
  /// Copies `from` to `to`.
  void place(int from, int to);
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
  std::map<std::pair<int, int>, int> products_;
};

}  // namespace critflow
