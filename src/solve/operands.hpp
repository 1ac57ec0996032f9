#pragma once

#include <vector>

#include "base/index.hpp"
#include "critflow/solve/program.hpp"

namespace critflow {

/// `read(slot)` for each number that an instruction takes.
/// @param list  of the program, for sums
template <class Read>
void for_each_operand(const Instruction& one, const std::vector<int>& list, Read read) {
  if (one.operation == Instruction::Operation::sum) {
    for (int i = one.a; i < one.b; ++i) read(list[at(i)]);
    return;
  }
  for (const int slot : {one.a, one.b, one.c})
    if (slot >= 0) read(slot);
}

}  // namespace critflow
