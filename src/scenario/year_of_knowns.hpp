#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

#include "base/index.hpp"
#include "critflow/network/equations.hpp"
#include "critflow/scenario/parameter.hpp"

namespace critflow {

/// The known numbers of a network in one year; NaN for those that are only known in the balance.
class YearOfKnowns {
 public:
  YearOfKnowns(const Equations& equations, const std::vector<Parameter>& parameters)
      : equations_(equations), parameters_(parameters) {}

  /// Operands are made before what is made of them, so one pass in order is enough.
  void compute(int step) {
    const auto& known = equations_.known_numbers();
    values_.resize(known.size());
    for (std::size_t i = 0; i < known.size(); ++i) values_[i] = compute(known[i], step);
  }

  [[nodiscard]] double operator[](Known known) const { return values_[at(known.id)]; }

 private:
  using Kind = KnownNumber::Kind;

  [[nodiscard]] double operand(const KnownNumber& number, std::size_t i, double otherwise) const {
    const Known of = number.operands[i];
    return of.given() ? values_[at(of.id)] : otherwise;
  }

  [[nodiscard]] double compute(const KnownNumber& number, int step) const {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    constexpr double far = std::numeric_limits<double>::infinity();
    const double a = operand(number, 0, none);
    const double b = operand(number, 1, none);
    switch (number.kind) {
      case Kind::number:
        return number.number;
      case Kind::parameter:
        return parameters_[at(number.parameter)].value(number.cell, step);
      case Kind::add:
        return a + b;
      case Kind::subtract:
        return a - b;
      case Kind::multiply:
        return a * b;
      case Kind::divide:
        return a / b;
      case Kind::clip:
        return std::min(std::max(a, operand(number, 1, -far)), operand(number, 2, far));
      case Kind::where_less:
        return a < b ? operand(number, 2, none) : 0.0;
      case Kind::written:
      case Kind::ratio:
        break;
    }
    return none;
  }

  const Equations& equations_;
  const std::vector<Parameter>& parameters_;
  std::vector<double> values_;
};

}  // namespace critflow
