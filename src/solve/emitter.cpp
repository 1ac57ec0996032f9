#include "emitter.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace critflow {

namespace {

using Operation = Instruction::Operation;

Operation operation_of(KnownNumber::Kind kind) {
  switch (kind) {
    case KnownNumber::Kind::add:
      return Operation::add;
    case KnownNumber::Kind::subtract:
      return Operation::subtract;
    case KnownNumber::Kind::multiply:
      return Operation::multiply;
    case KnownNumber::Kind::divide:
      return Operation::divide;
    case KnownNumber::Kind::clip:
      return Operation::clip;
    case KnownNumber::Kind::where_less:
      return Operation::where_less;
    default:
      return Operation::ratio;
  }
}

}  // namespace

Emitter::Emitter(const Equations& equations, Program& program)
    : equations_(equations), program_(program) {
  program_.slot_of_known.assign(equations.known_numbers().size(), -1);
  program_.slot_of_unknown.assign(equations.equations().size(), -1);
  one_ = get(equations.one());
  zero_ = get(equations.zero());
  minus_one_ = get(equations.minus_one());
}

int Emitter::fresh(double initial) {
  program_.initial.push_back(initial);
  return program_.slots() - 1;
}

int Emitter::slot(Unknown unknown) {
  int& slot = program_.slot_of_unknown[static_cast<std::size_t>(unknown.id)];
  if (slot < 0) slot = fresh();
  return slot;
}

int Emitter::get(Known known) {
  int& slot = program_.slot_of_known[static_cast<std::size_t>(known.id)];
  if (slot >= 0) return slot;
  const int made = fresh(equations_.at(known).number);
  compute(known, made);
  return program_.slot_of_known[static_cast<std::size_t>(known.id)] = made;
}

void Emitter::compute(Known known, int to) {
  const KnownNumber& number = equations_.at(known);
  switch (number.kind) {
    case KnownNumber::Kind::number:
    case KnownNumber::Kind::parameter:
    case KnownNumber::Kind::written:
      return;
    case KnownNumber::Kind::ratio:
      emit({Operation::ratio, to, slot(number.part), slot(number.whole)});
      return;
    default:
      break;
  }
  Instruction instruction{operation_of(number.kind), to};
  instruction.a = get(number.operands[0]);
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const bool clips = number.kind == KnownNumber::Kind::clip;
  if (number.operands[1].given())
    instruction.b = get(number.operands[1]);
  else if (clips)
    instruction.b = fresh(-infinity);
  if (number.operands[2].given())
    instruction.c = get(number.operands[2]);
  else if (clips)
    instruction.c = fresh(infinity);
  (number.when == When::once     ? program_.once
   : number.when == When::yearly ? program_.yearly
                                 : program_.balance)
      .push_back(instruction);
}

int Emitter::make(Instruction instruction) {
  instruction.to = fresh();
  emit(instruction);
  return instruction.to;
}

int Emitter::multiply(int a, int b) {
  if (a == one_) return b;
  if (b == one_) return a;
  if (a == zero_ || b == zero_) return zero_;
  const auto [found, is_new] = products_.try_emplace(std::minmax({a, b}), -1);
  if (is_new) found->second = make({.operation = Operation::multiply, .a = a, .b = b});
  return found->second;
}

int Emitter::sum(std::vector<int> addends) {
  std::erase(addends, zero_);
  if (addends.empty()) return zero_;
  if (addends.size() == 1) return addends.front();
  if (addends.size() == 2)
    return make({.operation = Operation::add, .a = addends.front(), .b = addends.back()});
  const auto begin = static_cast<int>(program_.list.size());
  program_.list.insert(program_.list.end(), addends.begin(), addends.end());
  return make(
      {.operation = Operation::sum, .a = begin, .b = static_cast<int>(program_.list.size())});
}

int Emitter::multiply_add(int a, int b, int c) {
  if (a == zero_ || b == zero_) return c;
  if (c == zero_) return multiply(a, b);
  if (a == one_) return make({.operation = Operation::add, .a = c, .b = b});
  if (b == one_) return make({.operation = Operation::add, .a = c, .b = a});
  if (a == minus_one_) return make({.operation = Operation::subtract, .a = c, .b = b});
  return make({.operation = Operation::multiply_add, .a = a, .b = b, .c = c});
}

int Emitter::one_over_one_less(int gain) {
  return make({.operation = Operation::one_over_one_less, .a = gain});
}

void Emitter::place(int from, int to) {
  emit({.operation = Operation::add, .to = to, .a = from, .b = zero_});
}

}  // namespace critflow
