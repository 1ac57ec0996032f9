#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "assembly.hpp"
#include "base/index.hpp"

namespace critflow {

namespace {

/// The numbers a product is made of, in order.
std::vector<int> factors_of(const Equations& equations, Known product) {
  const KnownNumber& number = equations.at(product);
  if (product == equations.one()) return {};
  if (number.kind != KnownNumber::Kind::multiply) return {product.id};
  std::vector<int> all = factors_of(equations, number.operands[0]);
  const std::vector<int> others = factors_of(equations, number.operands[1]);
  all.insert(all.end(), others.begin(), others.end());
  std::ranges::sort(all);
  return all;
}

/// An addend of what flows through a vertex: known factors, and the unknown they multiply, if any.
struct Addend {
  std::vector<int> factors;
  int unknown;
};

std::vector<Addend> addends_of(const Equations& equations, const Equation& equation) {
  std::vector<Addend> all;
  for (const Known known : equation.known) all.push_back({factors_of(equations, known), -1});
  for (const Term& term : equation.terms)
    all.push_back({factors_of(equations, term.coefficient), term.unknown.id});
  return all;
}

/// The factors that make this addend of the other, if it has all of those.
std::optional<std::vector<int>> factors_beyond(const Addend& addend, const Addend& other) {
  if (addend.unknown != other.unknown || !std::ranges::includes(addend.factors, other.factors))
    return {};
  std::vector<int> more;
  std::ranges::set_difference(addend.factors, other.factors, std::back_inserter(more));
  return more;
}

/// `one` as a multiple of `other`, addend by addend; not given where it is none, or changes with
/// the year.
Known multiple_of(Equations& equations, Unknown one, Unknown other) {
  if (equations.at(one).clamped || equations.at(other).clamped) return {};
  const std::vector<Addend> addends = addends_of(equations, equations.at(one));
  const std::vector<Addend> others = addends_of(equations, equations.at(other));
  if (addends.empty() || addends.size() != others.size()) return {};
  const auto more = factors_beyond(addends.front(), others.front());
  for (std::size_t i = 0; i < addends.size(); ++i)
    if (!more || factors_beyond(addends[i], others[i]) != more) return {};
  Known multiple = equations.one();
  for (const int factor : *more) {
    if (equations.at(Known{factor}).when != When::once) return {};
    multiple = equations.multiply(multiple, Known{factor});
  }
  return multiple;
}

/// The first layer that leads and of which this one is a multiple, with how many times; else
/// itself.
std::pair<int, Known> leader_of(Equations& equations, std::span<const Unknown> layers,
                                std::span<const int> leaders) {
  const auto layer = static_cast<int>(leaders.size());
  for (int other = 0; other < layer; ++other) {
    if (leaders[at(other)] != other) continue;
    const Known multiple = multiple_of(equations, layers[at(layer)], layers[at(other)]);
    if (multiple.given()) return {other, multiple};
  }
  return {layer, equations.one()};
}

}  // namespace

void Assembly::find_multiples() {
  for (Rememberer& rememberer : network.rememberers)
    for (Rememberer::Port& port : rememberer.ports) {
      if (port.multiples_of < 0) continue;
      const std::vector<Unknown>& of = rememberer.ports[at(port.multiples_of)].unknown;
      for (std::size_t i = 0; i < of.size(); ++i) {
        const std::size_t first = i - i % at(port.width);
        const auto [leader, multiple] =
            leader_of(network.equations, std::span(of).subspan(first, at(port.width)),
                      std::span(port.leader).subspan(first));
        port.leader.push_back(leader);
        port.known.push_back(multiple);
      }
    }
}

void Assembly::follow_leaders() {
  for (const Rememberer& rememberer : network.rememberers)
    for (const Rememberer::Port& port : rememberer.ports)
      if (port.multiples_of >= 0) follow_leaders(rememberer, port);
}

void Assembly::follow_leaders(const Rememberer& rememberer, const Rememberer::Port& multiples) {
  const auto is_level = [&](Known known) {
    return std::ranges::any_of(network.vertices,
                               [&](const Vertex& vertex) { return vertex.level == known; });
  };
  for (const Rememberer::Port& port : rememberer.ports) {
    if (!port.of_leaders) continue;
    const bool levels = is_level(port.known.front());
    for (std::size_t i = 0; i < port.known.size(); ++i) {
      const std::size_t leader = i - i % at(port.width) + at(multiples.leader[i]);
      if (leader == i) continue;
      network.followers.push_back({port.known[i], port.known[leader], multiples.known[i], levels});
    }
  }
}

}  // namespace critflow
