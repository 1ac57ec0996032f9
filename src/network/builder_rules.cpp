#include <cstddef>
#include <utility>

#include "assembly.hpp"
#include "critflow/network/builder.hpp"

namespace critflow {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace

void Builder::throughput(Group group, const Amounts& input) {
  for (int i = 0; i < instances(); ++i)
    for (int l = 0; l < layers(); ++l) {
      Vertex& vertex = assembly_.network.vertices[at(assembly_.vertex_of(group.id, i, l))];
      vertex.throughput = input.known[at(i * input.width + (input.width == 1 ? 0 : l))];
    }
}

void Builder::push(Group group, const Amounts& amount) {
  const Group origin = outside("origin");
  for (int i = 0; i < instances(); ++i)
    for (int l = 0; l < layers(); ++l)
      assembly_.add_edge({.tail = assembly_.vertex_of(origin.id, i, l),
                          .head = assembly_.vertex_of(group.id, i, l),
                          .known = {amount.known[at(i * amount.width + l)]}});
}

void Builder::asks(Group group, const Amounts& amount) {
  assembly_.plan(process_).entrance = group.id;
  assembly_.plan(process_).asks = amount.known;
}

void Builder::release(Group stock, Group to, const Amounts& amount, const Amounts& of_inflow) {
  assembly_.note_stock(process_, stock.id);
  for (int i = 0; i < instances(); ++i)
    for (int l = 0; l < layers(); ++l) {
      if (!assembly_.has_part(to.id, l)) continue;
      const int tail = assembly_.vertex_of(stock.id, i, l);
      Edge edge{.tail = tail,
                .head = assembly_.vertex_of(to.id, i, l),
                .known = {amount.known[at(i * amount.width + l)]}};
      if (!of_inflow.known.empty())
        edge.terms.push_back({of_inflow.known[at(i * of_inflow.width)],
                              assembly_.network.vertices[at(tail)].activity});
      assembly_.add_edge(std::move(edge));
    }
}

void Builder::level(Group stock, const Amounts& amount) {
  for (int i = 0; i < instances(); ++i)
    for (int l = 0; l < layers(); ++l)
      assembly_.network.vertices[at(assembly_.vertex_of(stock.id, i, l))].level =
          amount.known[at(i * amount.width + l)];
}

void Builder::joint(Group group, int layer, int of, const Amounts& ratio) {
  const Group origin = outside("joint");
  for (int i = 0; i < instances(); ++i) {
    const int host = assembly_.vertex_of(group.id, i, of);
    const int joined = assembly_.vertex_of(group.id, i, layer);
    Vertex& vertex = assembly_.network.vertices[at(joined)];
    vertex.kind = VertexKind::passes_on;
    vertex.throughput = equations().one();
    vertex.delivered = equations().zero();
    assembly_.add_edge(
        {.tail = assembly_.vertex_of(origin.id, i, layer),
         .head = joined,
         .owner = host,
         .terms = {{ratio.known[at(i)], assembly_.network.vertices[at(host)].activity}}});
  }
}

void Builder::gate(Group in, Group done, Group rest, const Amounts& capacity,
                   const std::string& lead) {
  const int lead_layer = layer(lead, "lead");
  if (lead_layer < 0) return;
  Equations& all = equations();
  for (int i = 0; i < instances(); ++i) {
    const Vertex& entered =
        assembly_.network.vertices[at(assembly_.vertex_of(in.id, i, lead_layer))];
    const Known most = capacity.known[at(i)];
    const Unknown passed = all.clamp("passed by " + entered.name, Known{}, most);
    all.add_term(passed, all.one(), entered.activity);
    const Unknown over = all.clamp("held back by " + entered.name, all.zero());
    all.add_term(over, all.one(), entered.activity);
    all.add_known(over, all.subtract(all.zero(), most));
    const Known share = layers() > 1 ? all.ratio(passed, entered.activity) : Known{};
    for (int l = 0; l < layers(); ++l) {
      const int tail = assembly_.vertex_of(in.id, i, l);
      const Unknown activity = assembly_.network.vertices[at(tail)].activity;
      const Term passes = l == lead_layer ? Term{all.one(), passed} : Term{share, activity};
      const Term held =
          l == lead_layer ? Term{all.one(), over} : Term{all.subtract(all.one(), share), activity};
      assembly_.add_edge({tail, assembly_.vertex_of(done.id, i, l), tail, {passes}, {}});
      assembly_.add_edge({tail, assembly_.vertex_of(rest.id, i, l), tail, {held}, {}});
    }
  }
}

void Builder::ladder(Group market, const Market& market_rules) {
  assembly_.plan(process_).entrance = market.id;
  assembly_.plan(process_).exit = market.id;
  assembly_.plan(process_).market = market_rules;
}

}  // namespace critflow
