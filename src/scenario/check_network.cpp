#include <cstddef>
#include <set>
#include <utility>

#include "base/index.hpp"
#include "base/rounded.hpp"
#include "checks.hpp"
#include "year_of_knowns.hpp"

namespace critflow {

namespace {

/// The levers laid over the numbers that `known` is made of.
std::string levers_behind(Known known, const Equations& equations,
                          const std::vector<Parameter>& parameters) {
  const KnownNumber& number = equations.known_numbers()[at(known.id)];
  if (number.kind == KnownNumber::Kind::parameter) {
    const Parameter& parameter = parameters[at(number.parameter)];
    return after_levers(parameter, number.cell);
  }
  std::string text;
  for (const Known operand : number.operands)
    if (operand.given())
      if (const std::string one = levers_behind(operand, equations, parameters);
          text.find(one) == std::string::npos)
        text += one;
  return text;
}

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
      fault.value = shown(rounded(value)) + " in " + std::to_string(parts.description.years[step]) +
                    levers_behind(check.value, network.equations, parts.parameters);
      faults.push_back(std::move(fault));
    }
  }
}

}  // namespace critflow
