#include <algorithm>
#include <cstddef>
#include <limits>
#include <set>
#include <utility>

#include "base/index.hpp"
#include "checks.hpp"

namespace critflow {

namespace {

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

}  // namespace

void check_cells(const Network& network, const std::vector<Parameter>& parameters,
                 std::vector<Fault>& faults) {
  for (const KnownNumber& known : network.equations.known_numbers()) {
    if (known.kind != KnownNumber::Kind::parameter) continue;
    const Parameter& parameter = parameters[at(known.parameter)];
    if (parameter.given(known.cell)) continue;
    Fault fault{.where = parameter.name() + parameter.place(known.cell).text(),
                .what = "no value",
                .value = "",
                .rule = "be given, since the system reads it"};
    for (int cell = 0; cell < parameter.cells() && fault.file.empty(); ++cell)
      if (parameter.given(cell)) fault.file = parameter.setting(cell).file;
    faults.push_back(std::move(fault));
  }
}

void check_bounds(const Network& network, const SystemParts& parts, std::vector<Fault>& faults) {
  YearOfKnowns values(network.equations, parts.parameters);
  std::set<std::size_t> named;
  for (int step = 0; step < parts.description.years.size(); ++step) {
    values.compute(step);
    for (std::size_t i = 0; i < network.checks.size(); ++i) {
      const Check& check = network.checks[i];
      const double value = values[check.value];
      if (!(value < check.low || value > check.high) || !named.insert(i).second) continue;
      Fault fault = check.fault;
      fault.value = shown(value) + " in " + std::to_string(parts.description.years[step]);
      faults.push_back(std::move(fault));
    }
  }
}

}  // namespace critflow
