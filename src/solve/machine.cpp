#include "critflow/solve/machine.hpp"

#include <algorithm>
#include <cstddef>

#include "base/index.hpp"
#include "year_kernels.hpp"

namespace critflow {

namespace {

/// Both branches give the same value to rounding within this share of the size of the terms.
constexpr double rounding = 8e-16;

/// Moving one clamp at a time meets no branch twice where there is one solution, but takes long
/// where gains are large and work against each other: 149 rounds were seen with nine clamps.
constexpr int most_rounds = 10000;

/// The branch that the values call for, from the branch they were found on.
double called_for(double branch, double value, double free_value, double low, double high,
                  double margin) {
  if (branch == 0.0) return value < low ? -1.0 : value > high ? 1.0 : 0.0;
  if (branch < 0.0) return free_value <= low + margin ? -1.0 : free_value > high ? 1.0 : 0.0;
  return free_value >= high - margin ? 1.0 : free_value < low ? -1.0 : 0.0;
}

}  // namespace

template <Real R>
Machine<R>::Machine(const Program& program)
    : program_(&program),
      slots_(critflow::at(program.slots())),
      branch_(critflow::at(program.branches)),
      gave_up_(program.blocks.size()) {
  forget();
}

template <Real R>
void Machine<R>::forget() {
  for (std::size_t i = 0; i < slots_.size(); ++i) slots_[i] = R(program_->initial[i]);
  std::ranges::fill(branch_, R(0.0));
  std::ranges::fill(gave_up_, R(0.0));
}

template <Real R>
void Machine<R>::run(const std::vector<Instruction>& instructions) {
  const Instruction* one = instructions.data();
  const Instruction* const end = one + instructions.size();
  while ((one = run_straight(one, end, program_->list.data(), slots_.data())) != end) {
    if (one->operation == Instruction::Operation::check) {
      one = check(instructions, one);
      continue;
    }
    round_ = 0;
    ++passes_;
    arm(program_->blocks[critflow::at(one->to)]);
    ++one;
  }
}

template <Real R>
void Machine<R>::arm(const ClampBlock& block) {
  for (std::size_t i = 0; i < block.clamps.size(); ++i) {
    const ClampBlock::Clamp& clamp = block.clamps[i];
    const R& branch = branch_[critflow::at(block.first_branch) + i];
    at(clamp.on) = each_lane<R>([&](int k) { return lane(branch, k) == 0.0 ? 1.0 : 0.0; });
    at(clamp.at) = each_lane<R>([&](int k) {
      const double held = lane(branch, k);
      return held == 0.0 ? 0.0 : lane(held < 0.0 ? at(clamp.low) : at(clamp.high), k);
    });
  }
}

template <Real R>
R Machine<R>::moves(const ClampBlock& block, int round) {
  const bool one_at_a_time = round > 2 * static_cast<int>(block.clamps.size()) + 4;
  R moved(0.0);
  for (std::size_t i = 0; i < block.clamps.size(); ++i) {
    const ClampBlock::Clamp& clamp = block.clamps[i];
    R& branch = branch_[critflow::at(block.first_branch) + i];
    R free_value = at(clamp.start), size = magnitude(free_value);
    for (const ClampBlock::Gain& gain : clamp.gains) {
      const R term = at(gain.slot) * at(block.clamps[critflow::at(gain.clamp)].value);
      free_value += term;
      size += magnitude(term);
    }
    for (int k = 0; k < lane_count<R>; ++k) {
      const double was = lane(branch, k);
      double now =
          called_for(was, lane(at(clamp.value), k), lane(free_value, k), lane(at(clamp.low), k),
                     lane(at(clamp.high), k), lane(size, k) * rounding);
      if (one_at_a_time && lane(moved, k) > 0.0) now = was;
      if (one_at_a_time && was != 0.0 && now != was) now = 0.0;
      if (now == was) continue;
      set_lane(moved, k, 1.0);
      set_lane(branch, k, now);
    }
  }
  return moved;
}

template <Real R>
const Instruction* Machine<R>::check(const std::vector<Instruction>& instructions,
                                     const Instruction* at_check) {
  const ClampBlock& block = program_->blocks[critflow::at(at_check->to)];
  ++rounds_;
  const R moved = moves(block, round_++);
  bool any = false;
  for (int k = 0; k < lane_count<R>; ++k) any = any || lane(moved, k) > 0.0;
  if (!any) return at_check + 1;
  if (round_ > most_rounds) {
    R& gave_up = gave_up_[critflow::at(at_check->to)];
    gave_up = larger(gave_up, moved);
    return at_check + 1;
  }
  arm(block);
  return instructions.data() + at_check->a;
}

template class Machine<double>;
template class Machine<Lanes>;

}  // namespace critflow
