#include "assembly.hpp"
#include "base/index.hpp"

namespace critflow {

/// All that is asked of the production stands in the drawing as known amount x delivered share.
Known Assembly::asked_of(int production) {
  Known asked = network.equations.zero();
  for (const int id : network.vertices[at(production)].outputs)
    if (const Edge& edge = network.edges[at(id)]; edge.owner == edge.head)
      for (const Term& term : edge.terms) asked = network.equations.add(asked, term.coefficient);
  return asked;
}

Known Assembly::asked_in_full(int input) {
  const Edge& edge = network.edges[at(input)];
  Known asked = network.equations.zero();
  for (const Term& term : edge.terms)
    asked = network.equations.add(
        asked, network.equations.multiply(term.coefficient, asked_of(edge.head)));
  return asked;
}

void Assembly::cut(int input, Unknown lacking) {
  const int head = network.edges[at(input)].head;
  ProcessPlan& production = plan(network.vertices[at(head)].process);
  const auto vertex = at(head - group(production.entrance).first_vertex);
  const Known counts = network.equations.where_less(network.equations.zero(), asked_in_full(input),
                                                    network.equations.one());
  production.delivered[vertex / production.layers.size()].inputs.push_back({counts, lacking});
}

/// share = 1 - largest lacking share: the sum of what each input lacks more than those before it.
void Assembly::write_delivered_share(const Delivered& delivered) {
  Equations& equations = network.equations;
  equations.add_known(delivered.share, equations.one());
  std::vector<Unknown> before;
  for (const Delivered::Input& input : delivered.inputs) {
    const std::string name =
        equations.at(delivered.share).name + " less by " + equations.at(input.lacking).name;
    const Unknown more = equations.clamp(name, equations.zero());
    equations.add_term(more, input.counts, input.lacking);
    for (const Unknown one : before) equations.add_term(more, equations.minus_one(), one);
    equations.add_term(delivered.share, equations.minus_one(), more);
    before.push_back(more);
  }
}

void Assembly::write_delivered_shares() {
  for (std::size_t p = 0; p < plans_.size(); ++p) {
    const ProcessPlan& own = plans_[p];
    bool asks_markets = own.delivered.empty();
    for (const Delivered& one : own.delivered) {
      write_delivered_share(one);
      asks_markets = asks_markets || !one.inputs.empty();
    }
    if (!asks_markets)
      fault("process." + own.description->name + ".shortage", "no input can be short",
            "deliver_less", "ask a market whose offers have an end");
    if (!own.delivered.empty()) name_missed(own);
  }
}

/// missed = asked - delivered
void Assembly::name_missed(const ProcessPlan& production) {
  Equations& equations = network.equations;
  const int first = group(production.entrance).first_vertex;
  const int count = static_cast<int>(production.places.size() * production.layers.size());
  for (int id = first; id < first + count; ++id) {
    const Vertex& vertex = network.vertices[at(id)];
    if (vertex.kind != VertexKind::answers || vertex.outputs.empty()) continue;
    const Unknown missed = equations.clamp("missed of " + vertex.name, equations.zero());
    equations.add_known(missed, asked_of(id));
    equations.add_term(missed, equations.minus_one(), vertex.activity);
    network.clamps.push_back({"missed", id, missed});
  }
}

}  // namespace critflow
