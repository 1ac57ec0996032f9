#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "critflow/network/network.hpp"

/// A drawing for tests: its parts, and what becomes of it.
struct Drawing {
  critflow::SystemDescription description{};
  std::vector<critflow::ParameterShape> parameters{};

  Drawing() { layer({.name = "metal", .unit = "t", .material = true}); }
  explicit Drawing(const std::vector<critflow::Layer>& layers) { description.layers = layers; }

  Drawing& layer(critflow::Layer layer) {
    description.layers.push_back(std::move(layer));
    return *this;
  }
  Drawing& dimension(critflow::Dimension dimension) {
    description.dimensions.push_back(std::move(dimension));
    return *this;
  }
  Drawing& process(std::string name, critflow::AnyProcess kind,
                   const std::vector<std::string>& dimensions = {},
                   std::vector<std::string> layers = {}) {
    critflow::ProcessDescription made{
        .name = std::move(name), .kind = std::move(kind), .layers = std::move(layers)};
    for (const std::string& one : dimensions)
      made.dimensions.push_back(*critflow::find_dimension(description.dimensions, one));
    description.processes.push_back(std::move(made));
    return *this;
  }
  Drawing& flow(critflow::FlowDescription flow) {
    description.flows.push_back(std::move(flow));
    return *this;
  }
  Drawing& parameter(std::string name, critflow::Dimensions dimensions = {}, bool yearly = false) {
    parameters.push_back({std::move(name), std::move(dimensions), yearly});
    return *this;
  }

  [[nodiscard]] critflow::Network network() const {
    std::vector<critflow::Fault> faults;
    critflow::Network network = critflow::assemble(description, parameters, faults);
    for (const critflow::Fault& fault : faults) FAIL_CHECK(fault.text());
    return network;
  }
  [[nodiscard]] std::vector<std::string> faults() const {
    std::vector<critflow::Fault> faults;
    (void)critflow::assemble(description, parameters, faults);
    std::vector<std::string> texts;
    for (const critflow::Fault& fault : faults) texts.push_back(fault.text());
    return texts;
  }
};

/// The equations of a network solved by going round them until nothing changes: slow, and without
/// anything in common with the way in which the library solves them.
class ByHand {
 public:
  /// @param values  of parameters by name and place, and of what processes write; others are zero
  ByHand(const critflow::Network& network, std::map<std::string, double> values)
      : network_(network), values_(std::move(values)) {
    unknowns_.resize(network.equations.equations().size());
    for (int round = 0; round < 500; ++round) go_round();
  }

  /// Summed over all places and layers.
  [[nodiscard]] double flow(const std::string& from, const std::string& to) const {
    double sum = 0.0;
    for (const critflow::ExpandedFlow& one : network_.flows)
      if (one.from == from && one.to == to)
        for (const int edge : one.edges) sum += value(edge);
    return sum;
  }
  [[nodiscard]] double value(int edge) const {
    const critflow::Edge& of = network_.edges[static_cast<std::size_t>(edge)];
    return sum_of(of.terms, of.known);
  }

 private:
  void go_round() {
    known_.clear();
    for (const critflow::KnownNumber& number : network_.equations.known_numbers())
      known_.push_back(value_of(number));
    for (std::size_t i = 0; i < unknowns_.size(); ++i) {
      const critflow::Equation& equation = network_.equations.equations()[i];
      const double sum = sum_of(equation.terms, equation.known);
      unknowns_[i] = between(sum, equation.low, equation.high);
    }
  }

  [[nodiscard]] double at(critflow::Known known) const {
    return known_[static_cast<std::size_t>(known.id)];
  }
  [[nodiscard]] double at(critflow::Unknown unknown) const {
    return unknowns_[static_cast<std::size_t>(unknown.id)];
  }
  [[nodiscard]] double between(double value, critflow::Known low, critflow::Known high) const {
    if (low.given()) value = std::max(value, at(low));
    return high.given() ? std::min(value, at(high)) : value;
  }
  [[nodiscard]] double sum_of(const std::vector<critflow::Term>& terms,
                              const std::vector<critflow::Known>& known) const {
    double sum = 0.0;
    for (const critflow::Term& term : terms) sum += at(term.coefficient) * at(term.unknown);
    for (const critflow::Known one : known) sum += at(one);
    return sum;
  }
  [[nodiscard]] double value_of(const critflow::KnownNumber& number) const {
    using Kind = critflow::KnownNumber::Kind;
    const auto& [a, b, c] = number.operands;
    switch (number.kind) {
      case Kind::number:
        return number.number;
      case Kind::parameter:
      case Kind::written: {
        const auto found = values_.find(number.name);
        return found == values_.end() ? 0.0 : found->second;
      }
      case Kind::add:
        return at(a) + at(b);
      case Kind::subtract:
        return at(a) - at(b);
      case Kind::multiply:
        return at(a) * at(b);
      case Kind::divide:
        return at(a) / at(b);
      case Kind::clip:
        return between(at(a), b, c);
      case Kind::where_less:
        return at(a) < at(b) ? at(c) : 0.0;
      case Kind::ratio:
        return at(number.whole) > 0.0 ? at(number.part) / at(number.whole) : 1.0;
    }
    return std::numeric_limits<double>::quiet_NaN();
  }

  const critflow::Network& network_;
  std::map<std::string, double> values_;
  std::vector<double> known_, unknowns_;
};
