#include "critflow/network/equations.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "critflow/base/fault.hpp"

namespace critflow {

Equations::Equations() {
  zero_ = number(0.0);
  one_ = number(1.0);
  minus_one_ = number(-1.0);
}

const KnownNumber& Equations::at(Known known) const {
  return known_[static_cast<std::size_t>(known.id)];
}

const Equation& Equations::at(Unknown unknown) const {
  return equations_[static_cast<std::size_t>(unknown.id)];
}

Known Equations::keep(KnownNumber number) {
  known_.push_back(std::move(number));
  return {static_cast<int>(known_.size()) - 1};
}

Known Equations::number(double value) {
  const auto found = numbers_.find(value);
  if (found != numbers_.end()) return found->second;
  return numbers_[value] = keep({.name = shown(value), .number = value});
}

Known Equations::parameter(int parameter, int cell, bool yearly, const std::string& name) {
  const std::array<int, 2> key{parameter, cell};
  const auto found = parameters_.find(key);
  if (found != parameters_.end()) return found->second;
  return parameters_[key] = keep({.kind = KnownNumber::Kind::parameter,
                                  .when = yearly ? When::yearly : When::once,
                                  .name = name,
                                  .parameter = parameter,
                                  .cell = cell});
}

Known Equations::written(const std::string& name) {
  return keep({.kind = KnownNumber::Kind::written, .when = When::routed, .name = name});
}

Known Equations::operation(KnownNumber::Kind kind, Known a, Known b, Known c) {
  const std::array<int, 4> key{static_cast<int>(kind), a.id, b.id, c.id};
  const auto found = operations_.find(key);
  if (found != operations_.end()) return found->second;
  static const std::map<KnownNumber::Kind, const char*> signs{
      {KnownNumber::Kind::add, " + "},       {KnownNumber::Kind::subtract, " - "},
      {KnownNumber::Kind::multiply, " * "},  {KnownNumber::Kind::divide, " / "},
      {KnownNumber::Kind::clip, " within "}, {KnownNumber::Kind::where_less, " less "}};
  KnownNumber result{.kind = kind, .operands = {a, b, c}};
  for (const Known operand : result.operands) {
    if (!operand.given()) continue;
    const KnownNumber& from = at(operand);
    result.when = std::max(result.when, from.when);
    result.depends_on.insert(result.depends_on.end(), from.depends_on.begin(),
                             from.depends_on.end());
    result.name += (result.name.empty() ? "(" : signs.at(kind)) + from.name;
  }
  result.name += ")";
  return operations_[key] = keep(std::move(result));
}

Known Equations::add(Known a, Known b) {
  if (a == zero_) return b;
  if (b == zero_) return a;
  return operation(KnownNumber::Kind::add, a, b);
}

Known Equations::subtract(Known a, Known b) {
  return b == zero_ ? a : operation(KnownNumber::Kind::subtract, a, b);
}

Known Equations::multiply(Known a, Known b) {
  if (a == one_) return b;
  if (b == one_) return a;
  if (a == minus_one_ && b == minus_one_) return one_;
  return operation(KnownNumber::Kind::multiply, a, b);
}

Known Equations::divide(Known a, Known b) {
  return b == one_ ? a : operation(KnownNumber::Kind::divide, a, b);
}

Known Equations::clip(Known value, Known low, Known high) {
  return operation(KnownNumber::Kind::clip, value, low, high);
}

Known Equations::where_less(Known a, Known b, Known value) {
  return operation(KnownNumber::Kind::where_less, a, b, value);
}

Known Equations::ratio(Unknown part, Unknown whole) {
  return keep({.kind = KnownNumber::Kind::ratio,
               .when = When::balance,
               .name = at(part).name + " / " + at(whole).name,
               .part = part,
               .whole = whole,
               .depends_on = {part.id, whole.id}});
}

Unknown Equations::unknown(const std::string& name) {
  equations_.push_back({.name = name});
  return {static_cast<int>(equations_.size()) - 1};
}

Unknown Equations::clamp(const std::string& name, Known low, Known high) {
  equations_.push_back({.name = name, .clamped = true, .low = low, .high = high});
  return {static_cast<int>(equations_.size()) - 1};
}

void Equations::add_term(Unknown to, Known coefficient, Unknown of) {
  if (coefficient == zero_) return;
  equations_[static_cast<std::size_t>(to.id)].terms.push_back({coefficient, of});
}

void Equations::add_known(Unknown to, Known amount) {
  if (amount == zero_) return;
  equations_[static_cast<std::size_t>(to.id)].known.push_back(amount);
}

}  // namespace critflow
