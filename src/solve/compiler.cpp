#include "compiler.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <tuple>
#include <utility>

#include "base/index.hpp"
#include "operands.hpp"
#include "topology.hpp"

namespace critflow {

namespace {

using Operation = Instruction::Operation;
constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

Compiler::Compiler(const Network& network, Program& program, std::vector<Fault>& faults)
    : equations_(network.equations),
      program_(program),
      faults_(faults),
      emitter_(network.equations, program) {}

void Compiler::compile() {
  for (const std::vector<Unknown>& group : solving_order(equations_)) compile_group(group);
}

int Compiler::sum_of(const std::vector<Known>& known, const std::vector<Term>& terms,
                     const std::map<int, int>& value) {
  std::vector<int> addends;
  for (const Known one : known) addends.push_back(emitter_.get(one));
  for (const Term& term : terms) {
    const auto found = value.find(term.unknown.id);
    const int of = found == value.end() ? emitter_.slot(term.unknown) : found->second;
    if (of >= 0) addends.push_back(emitter_.multiply(emitter_.get(term.coefficient), of));
  }
  return emitter_.sum(std::move(addends));
}

int Compiler::flow_of(const Edge& edge) { return sum_of(edge.known, edge.terms, {}); }

bool Compiler::needs_itself(Unknown unknown) const {
  const std::vector<Term>& terms = equations_.at(unknown).terms;
  return std::any_of(terms.begin(), terms.end(),
                     [&](const Term& term) { return term.unknown == unknown; });
}

void Compiler::compile_group(const std::vector<Unknown>& group) {
  if (!ratios_are_known(group)) return;
  if (group.size() == 1 && !needs_itself(group.front()))
    compile_single(group.front());
  else
    compile_loop(group);
}

/// A ratio of unknowns may be used only after the loop that decides it has been solved.
bool Compiler::ratios_are_known(const std::vector<Unknown>& group) {
  bool known = true;
  const auto look = [&](Known number, Unknown at) {
    if (!number.given()) return;
    for (const int one : equations_.at(number).depends_on) {
      if (std::find(group.begin(), group.end(), Unknown{one}) == group.end()) continue;
      known = false;
      faults_.push_back(
          {.where = "loop " + loop_text(equations_, group),
           .what = "a ratio of '" + equations_.at(Unknown{one}).name +
                   "' is used inside the loop that decides it",
           .value = equations_.at(at).name,
           .rule = "share by rank or by fixed shares, cut each stream before it is mixed, or use "
                   "last year's ratio"});
      return;
    }
  };
  for (const Unknown one : group) {
    const Equation& equation = equations_.at(one);
    for (const Term& term : equation.terms) look(term.coefficient, one);
    for (const Known number : equation.known) look(number, one);
    look(equation.low, one);
    look(equation.high, one);
  }
  return known;
}

int Compiler::low_of(Unknown unknown) {
  const Known low = equations_.at(unknown).low;
  return low.given() ? emitter_.get(low) : emitter_.fresh(-infinity);
}

int Compiler::high_of(Unknown unknown) {
  const Known high = equations_.at(unknown).high;
  return high.given() ? emitter_.get(high) : emitter_.fresh(infinity);
}

void Compiler::compile_single(Unknown unknown) {
  const Equation& equation = equations_.at(unknown);
  const int sum = sum_of(equation.known, equation.terms, {});
  if (equation.clamped)
    emitter_.emit(
        {Operation::clip, emitter_.slot(unknown), sum, low_of(unknown), high_of(unknown)});
  else
    emitter_.find(unknown, sum);
}

LoopRows Compiler::rows_of(const std::vector<Unknown>& group) {
  std::map<int, int> inside;
  for (const Unknown one : group) inside[one.id] = -1;
  LoopRows rows;
  for (const Unknown one : group) {
    const Equation& equation = equations_.at(one);
    rows.start[one.id] = sum_of(equation.known, equation.terms, inside);
    std::map<int, int>& gains = rows.gain[one.id];
    for (const Term& term : equation.terms) {
      if (inside.count(term.unknown.id) == 0) continue;
      const int gain = emitter_.get(term.coefficient);
      const auto [found, fresh] = gains.try_emplace(term.unknown.id, gain);
      if (!fresh) found->second = emitter_.multiply_add(emitter_.one(), gain, found->second);
    }
  }
  return rows;
}

void Compiler::compile_loop(const std::vector<Unknown>& group) {
  std::vector<int> clamps, free;
  for (const Unknown one : group) (equations_.at(one).clamped ? clamps : free).push_back(one.id);
  std::sort(clamps.begin(), clamps.end());
  program_.loops.push_back(
      {group, clamps.size() > 1 ? static_cast<int>(program_.blocks.size()) : -1});
  Elimination loop(emitter_, rows_of(group));
  loop.eliminate(free);
  std::map<int, int> value = solve_clamps(loop, clamps);
  for (const int one : free) value[one] = emitter_.slot(Unknown{one});
  loop.substitute_back(value);
  program_.pivots.insert(program_.pivots.end(), loop.pivots().begin(), loop.pivots().end());
  for (const int clamp : clamps) evaluate_again({clamp}, value);
}

std::map<int, int> Compiler::solve_clamps(const Elimination& loop, const std::vector<int>& clamps) {
  std::map<int, int> value;
  if (clamps.size() == 1) {
    value[clamps[0]] = solve_one_clamp(loop, clamps[0]);
  } else if (!clamps.empty()) {
    for (const int clamp : clamps) value[clamp] = emitter_.fresh();
    solve_block(loop, clamps, value);
  }
  return value;
}

/// y = clip(start + gain * y) = clip(start / (1 - gain)) where the gain is below one.
int Compiler::solve_one_clamp(const Elimination& loop, int clamp) {
  int sum = loop.rows().start.at(clamp);
  const std::map<int, int>& gains = loop.rows().gain.at(clamp);
  if (const auto own = gains.find(clamp); own != gains.end()) {
    program_.pivots.push_back({own->second, {clamp}});
    sum = emitter_.multiply(emitter_.one_over_one_less(own->second), sum);
  }
  const int value = emitter_.fresh();
  emitter_.emit({Operation::clip, value, sum, low_of({clamp}), high_of({clamp})});
  return value;
}

/// On a branch, y = on * (start + gains * y) + at. Only what stands between `arm` and `check` is
/// run again when the branch changes.
void Compiler::solve_block(const Elimination& loop, const std::vector<int>& clamps,
                           const std::map<int, int>& value) {
  ClampBlock block{.clamps = {}, .first_branch = program_.branches};
  for (const int clamp : clamps) {
    ClampBlock::Clamp one{.unknown = {clamp},
                          .start = loop.rows().start.at(clamp),
                          .low = low_of({clamp}),
                          .high = high_of({clamp}),
                          .value = value.at(clamp),
                          .on = emitter_.fresh(),
                          .at = emitter_.fresh()};
    for (const auto& [other, gain] : loop.rows().gain.at(clamp)) {
      const auto position = std::find(clamps.begin(), clamps.end(), other) - clamps.begin();
      one.gains.push_back({static_cast<int>(position), gain});
    }
    block.clamps.push_back(std::move(one));
  }
  const int id = static_cast<int>(program_.blocks.size());
  emitter_.emit({Operation::arm, id});
  const int begin = static_cast<int>(program_.balance.size());
  LoopRows branch;
  for (const ClampBlock::Clamp& one : block.clamps) {
    branch.start[one.unknown.id] = emitter_.multiply_add(one.on, one.start, one.at);
    std::map<int, int>& gains = branch.gain[one.unknown.id];
    for (const ClampBlock::Gain& gain : one.gains)
      gains[clamps[static_cast<std::size_t>(gain.clamp)]] = emitter_.multiply(one.on, gain.slot);
  }
  Elimination inner(emitter_, std::move(branch));
  inner.eliminate(clamps);
  inner.substitute_back(value);
  emitter_.emit({Operation::check, id, begin});
  program_.branches += static_cast<int>(block.clamps.size());
  program_.blocks.push_back(std::move(block));
}

/// Once more from the values found, so that a clamp at its bound is exactly there.
void Compiler::evaluate_again(Unknown clamp, const std::map<int, int>& value) {
  const Equation& equation = equations_.at(clamp);
  const int sum = sum_of(equation.known, equation.terms, value);
  emitter_.emit({Operation::clip, emitter_.slot(clamp), sum, low_of(clamp), high_of(clamp)});
}

namespace {

bool is_frame(const Instruction& one) {
  return one.operation == Operation::arm || one.operation == Operation::check;
}

}  // namespace

void group_by_operation(std::vector<Instruction>& program, const std::vector<int>& list,
                        int slots) {
  std::vector<int> depth(at(slots), 0);
  for (auto begin = program.begin(); begin != program.end();) {
    if (is_frame(*begin)) {
      ++begin;
      continue;
    }
    const auto end = std::find_if(begin, program.end(), is_frame);
    for (auto one = begin; one != end; ++one) {
      int deepest = 0;
      for_each_operand(*one, list, [&](int slot) { deepest = std::max(deepest, depth[at(slot)]); });
      depth[at(one->to)] = deepest + 1;
    }
    std::ranges::stable_sort(begin, end, {}, [&](const Instruction& one) {
      const int addends = one.operation == Operation::sum ? one.b - one.a : 0;
      return std::tuple(depth[at(one.to)], one.operation, addends);
    });
    begin = end;
  }
}

}  // namespace critflow
