#pragma once

#include <string>
#include <vector>

#include "critflow/network/equations.hpp"

namespace critflow {

/// One step of a program over numbered slots: `to = a op b`, with c as third operand. Every slot is
/// written once (between `arm` and `check`: once a pass), so steps may be ordered freely by what
/// they need, and the values of a year stay readable after it.
struct Instruction {
  enum class Operation : unsigned char {
    add,                ///< a + b
    sum,                ///< of the slots from a to before b in the list of the program
    subtract,           ///< a - b
    multiply,           ///< a * b
    divide,             ///< a / b
    multiply_add,       ///< a * b + c
    one_over_one_less,  ///< 1 / (1 - a): closes a loop of gain a
    clip,               ///< a between b and c
    where_less,         ///< c where a < b, else zero
    ratio,              ///< a / b, one where b is zero
    arm,                ///< sets out the branch of clamp block `to`
    check               ///< back to step `a` while a clamp of block `to` disagrees with its branch
  };
  Operation operation;
  int to = -1;
  int a = -1;
  int b = -1;
  int c = -1;
};

/// Clamps that decide each other: y = clip(start + gains * y, low, high). On a branch each of them
/// is free (on = 1, at = 0) or held at a bound (on = 0, at = bound).
struct ClampBlock {
  struct Gain {
    int clamp = -1;  ///< position in the block
    int slot = -1;
  };
  struct Clamp {
    Unknown unknown{};
    int start = -1, low = -1, high = -1;  ///< slots
    int value = -1, on = -1, at = -1;
    std::vector<Gain> gains{};
  };
  std::vector<Clamp> clamps{};
  int first_branch = 0;  ///< position of its branches among those of all blocks
};

/// A loop of the drawing: unknowns that need each other within the year.
struct Loop {
  std::vector<Unknown> unknowns{};
  int block = -1;  ///< clamp block that closes it, or -1
};

/// A closed loop's gain; a gain of one leaks nothing and has no solution.
struct Pivot {
  int gain_slot = -1;
  Unknown unknown{};
};

/// The year's system as straight-line programs over slots, compiled once and run for every year,
/// sample and lane. Immutable.
struct Program {
  std::vector<Instruction> once{};     ///< numbers known before the first year
  std::vector<Instruction> yearly{};   ///< numbers known before a year's route
  std::vector<Instruction> balance{};  ///< what route made known, then the unknowns
  std::vector<Instruction> levels{};   ///< levels that follow others, after the year
  std::vector<int> list{};             ///< of slots, for sums
  std::vector<ClampBlock> blocks{};
  std::vector<Loop> loops{};
  std::vector<Pivot> pivots{};
  int branches = 0;

  std::vector<int> slot_of_known{};    ///< by Known::id
  std::vector<int> slot_of_unknown{};  ///< by Unknown::id
  std::vector<double> initial{};       ///< by slot: the value of numbers, else zero

  [[nodiscard]] int slots() const { return static_cast<int>(initial.size()); }
  [[nodiscard]] int slot(Known known) const {
    return slot_of_known[static_cast<std::size_t>(known.id)];
  }
  [[nodiscard]] int slot(Unknown unknown) const {
    return slot_of_unknown[static_cast<std::size_t>(unknown.id)];
  }
};

}  // namespace critflow
