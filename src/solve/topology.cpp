#include "topology.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <cstddef>

#include "base/index.hpp"

namespace critflow {

namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

void connect(Graph& graph, const std::vector<int>& from, std::size_t to) {
  for (const int one : from) boost::add_edge(at(one), to, graph);
}

/// An arrow from each unknown to those that need it, be it as a factor, in a coefficient or a
/// bound.
Graph dependence(const Equations& equations) {
  const std::size_t count = equations.equations().size();
  Graph graph(count);
  for (std::size_t i = 0; i < count; ++i) {
    const Equation& equation = equations.equations()[i];
    for (const Term& term : equation.terms) {
      boost::add_edge(at(term.unknown.id), i, graph);
      connect(graph, equations.at(term.coefficient).depends_on, i);
    }
    for (const Known known : equation.known) connect(graph, equations.at(known).depends_on, i);
    for (const Known bound : {equation.low, equation.high})
      if (bound.given()) connect(graph, equations.at(bound).depends_on, i);
  }
  return graph;
}

/// Components come numbered against the arrows: the last one first.
std::vector<std::vector<int>> components_of(const Graph& graph) {
  std::vector<std::size_t> component(boost::num_vertices(graph));
  const auto count = boost::strong_components(
      graph,
      boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, graph)));
  std::vector<std::vector<int>> members(count);
  for (std::size_t i = 0; i < component.size(); ++i)
    members[count - 1 - component[i]].push_back(static_cast<int>(i));
  return members;
}

bool is_gate(const Network& network, const Vertex& vertex) {
  return std::any_of(vertex.outputs.begin(), vertex.outputs.end(), [&](int edge) {
    const Edge& out = network.edges[at(edge)];
    return std::any_of(out.terms.begin(), out.terms.end(), [&](const Term& term) {
      return !(term.unknown == vertex.activity) ||
             network.equations.at(term.coefficient).when == When::balance;
    });
  });
}

std::vector<bool> lets_go(const Network& network) {
  std::vector<bool> free(network.vertices.size());
  for (std::size_t i = 0; i < free.size(); ++i)
    free[i] =
        network.vertices[i].kind != VertexKind::passes_on || network.vertices[i].outputs.empty();
  for (bool grown = true; grown;) {
    grown = false;
    for (std::size_t i = 0; i < free.size(); ++i) {
      if (free[i]) continue;
      const Vertex& vertex = network.vertices[i];
      const auto leads_out = [&](int edge) {
        const Edge& out = network.edges[at(edge)];
        return free[at(out.head)] && !(out.terms.empty() && out.known.empty()) &&
               !(out.terms.size() == 1 && out.terms[0].coefficient == network.equations.zero());
      };
      free[i] = is_gate(network, vertex)
                    ? std::all_of(vertex.outputs.begin(), vertex.outputs.end(), leads_out)
                    : std::any_of(vertex.outputs.begin(), vertex.outputs.end(), leads_out);
      grown = grown || free[i];
    }
  }
  return free;
}

std::string joined(const std::vector<std::string>& names) {
  constexpr std::size_t most = 8;
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
    text += (i > 0 ? " > " : "") + names[i];
  return names.size() > most ? text + " > ..." : text;
}

}  // namespace

std::vector<std::vector<Unknown>> solving_order(const Equations& equations) {
  std::vector<std::vector<Unknown>> order;
  for (const std::vector<int>& members : components_of(dependence(equations))) {
    order.emplace_back();
    for (const int one : members) order.back().push_back({one});
  }
  return order;
}

std::vector<Fault> traps(const Network& network) {
  const std::vector<bool> free = lets_go(network);
  Graph graph(network.vertices.size());
  for (const Edge& edge : network.edges)
    if (!free[at(edge.tail)] && !free[at(edge.head)])
      boost::add_edge(at(edge.tail), at(edge.head), graph);
  std::vector<Fault> faults;
  for (const std::vector<int>& members : components_of(graph)) {
    if (members.size() < 2) continue;
    std::vector<std::string> names;
    for (const int one : members) names.push_back(network.vertices[at(one)].name);
    faults.push_back({.where = "loop",
                      .what = "may trap material",
                      .value = joined(names),
                      .rule = "lose some of it: give one of them a flow out of the loop"});
  }
  return faults;
}

std::string loop_text(const Equations& equations, const std::vector<Unknown>& unknowns) {
  std::vector<Unknown> left = unknowns;
  std::vector<std::string> names;
  auto next = left.begin();
  while (!left.empty()) {
    const Unknown now = *next;
    names.push_back(equations.at(now).name);
    left.erase(next);
    next = std::find_if(left.begin(), left.end(), [&](Unknown one) {
      const std::vector<Term>& terms = equations.at(one).terms;
      return std::any_of(terms.begin(), terms.end(),
                         [&](const Term& term) { return term.unknown == now; });
    });
    if (next == left.end()) next = left.begin();
  }
  return joined(names);
}

}  // namespace critflow
