#include <map>
#include <string>
#include <utility>

#include "assembly.hpp"
#include "base/index.hpp"
#include "critflow/network/builder.hpp"

namespace critflow {

void Builder::throughput(Group group, const Amounts& input) {
  for (int i = 0; i < instances(); ++i)
    for (int l = 0; l < layers(); ++l) {
      Vertex& vertex = assembly_.network.vertices[at(assembly_.vertex_of(group.id, i, l))];
      vertex.throughput = input.at(i, l);
    }
}

void Builder::push(Group group, const Amounts& amount) {
  const Group origin = outside("origin");
  for (int i = 0; i < instances(); ++i)
    for (int l = 0; l < layers(); ++l)
      assembly_.add_edge({.tail = assembly_.vertex_of(origin.id, i, l),
                          .head = assembly_.vertex_of(group.id, i, l),
                          .known = {amount.at(i, l)}});
}

void Builder::asks(Group group, const Amounts& amount) {
  assembly_.plan(process_).entrance = group.id;
  std::vector<Known>& asks = assembly_.plan(process_).asks;
  for (int i = 0; i < instances(); ++i)
    for (int l = 0; l < layers(); ++l) asks.push_back(amount.at(i, l));
}

void Builder::asks_less(Group group, const SavedUnits& saved) {
  asks(group, multiply(saved.content, saved.units));
  assembly_.plan(process_).saved = saved;
}

void Builder::wishes(Group group, const Amounts& amount) {
  asks(group, amount);
  assembly_.plan(process_).goes_without = true;
}

void Builder::takes_less() { assembly_.plan(process_).takes_less = true; }

void Builder::delivers_less() {
  const Assembly::ProcessPlan& own = assembly_.plan(process_);
  for (const Place& place : own.places)
    assembly_.plan(process_).delivered.push_back(
        {equations().clamp("delivered share of " + own.description->name + place.text(),
                           equations().zero(), equations().one())});
}

void Builder::fills(Group stock, Group asking, const Amounts& content, const Amounts& gap,
                    const Amounts& displaced, Group by, const std::string& lead) {
  const int lead_layer = layer(lead, "lead");
  if (lead_layer < 0) return;
  Equations& all = equations();
  for (int i = 0; i < instances(); ++i) {
    const Vertex& other = assembly_.network.vertices[at(assembly_.vertex_of(by.id, i, lead_layer))];
    const Unknown missing = all.clamp("missing beside " + other.name, all.zero());
    all.add_known(missing, gap.at(i, lead_layer));
    all.add_term(missing, all.subtract(all.zero(), displaced.at(i, lead_layer)), other.activity);
    for (int l = 0; l < layers(); ++l) {
      const int head = assembly_.vertex_of(stock.id, i, l);
      assembly_.add_edge({.tail = assembly_.vertex_of(asking.id, i, l),
                          .head = head,
                          .owner = head,
                          .terms = {{content.at(i, l), missing}}});
    }
  }
}

void Builder::passes(Group from, Group to) {
  for (int i = 0; i < instances(); ++i)
    for (int l = 0; l < layers(); ++l) {
      const int tail = assembly_.vertex_of(from.id, i, l);
      const Unknown activity = assembly_.network.vertices[at(tail)].activity;
      assembly_.add_edge({.tail = tail,
                          .head = assembly_.vertex_of(to.id, i, l),
                          .owner = tail,
                          .terms = {{equations().one(), activity}}});
    }
}

void Builder::release(Group stock, Group to, const Amounts& amount, const Amounts& of_inflow,
                      Group inflow) {
  assembly_.note_stock(process_, stock.id);
  const int through = inflow.id < 0 ? stock.id : inflow.id;
  for (int i = 0; i < instances(); ++i)
    for (int l = 0; l < layers(); ++l) {
      if (!assembly_.has_part(to.id, l)) continue;
      Edge edge{.tail = assembly_.vertex_of(stock.id, i, l),
                .head = assembly_.vertex_of(to.id, i, l),
                .known = {amount.at(i, l)}};
      const Vertex& entering = assembly_.network.vertices[at(assembly_.vertex_of(through, i, l))];
      if (!of_inflow.known.empty()) edge.terms.push_back({of_inflow.at(i, l), entering.activity});
      assembly_.add_edge(std::move(edge));
    }
}

void Builder::takes(Group group, Group stock, const std::string& from, const std::string& role) {
  if (assembly_.group(stock.id).kind == VertexKind::stock) assembly_.note_stock(process_, stock.id);
  assembly_.give_source(group.id);
  const Assembly::ProcessPlan& own = assembly_.plan(process_);
  ExpandedFlow flow{.from = from,
                    .to = own.description->name,
                    .role = role,
                    .dimensions = own.description->dimensions};
  for (int l = 0; l < layers(); ++l)
    if (assembly_.has_part(stock.id, l)) flow.layers.push_back(own.layers[at(l)]);
  for (int i = 0; i < instances(); ++i)
    for (int l = 0; l < layers(); ++l) {
      if (!assembly_.has_part(stock.id, l)) continue;
      const int head = assembly_.vertex_of(group.id, i, l);
      const Vertex& taker = assembly_.network.vertices[at(head)];
      flow.edges.push_back(assembly_.add_edge({.tail = assembly_.vertex_of(stock.id, i, l),
                                               .head = head,
                                               .owner = head,
                                               .terms = {{taker.throughput, taker.activity}}}));
    }
  if (!from.empty()) assembly_.network.flows.push_back(std::move(flow));
}

void Builder::offers_at_most(Group group, const Amounts& amount) {
  for (int i = 0; i < instances(); ++i)
    for (int l = 0; l < layers(); ++l)
      assembly_.network.vertices[at(assembly_.vertex_of(group.id, i, l))].most = amount.at(i, l);
}

void Builder::level(Group stock, const Amounts& amount) {
  for (int i = 0; i < instances(); ++i)
    for (int l = 0; l < layers(); ++l)
      assembly_.network.vertices[at(assembly_.vertex_of(stock.id, i, l))].level = amount.at(i, l);
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
         .terms = {{ratio.at(i, of), assembly_.network.vertices[at(host)].activity}}});
  }
}

void Builder::gate(Group in, Group done, Group rest, const Amounts& capacity,
                   const std::string& lead) {
  const int lead_layer = layer(lead, "lead");
  if (lead_layer < 0) return;
  Equations& all = equations();
  for (int i = 0; i < instances(); ++i) {
    const int entrance = assembly_.vertex_of(in.id, i, lead_layer);
    Vertex& entered = assembly_.network.vertices[at(entrance)];
    entered.measured = true;
    const Known most = capacity.at(i, lead_layer);
    const Unknown passed = all.clamp("passed by " + entered.name, Known{}, most);
    all.add_term(passed, all.one(), entered.activity);
    assembly_.network.clamps.push_back(
        {"capacity", entrance, passed, assembly_.vertex_of(done.id, i, lead_layer)});
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

void Builder::sum_to_one(const Amounts& shares, const std::string& parameter,
                         const std::string& shared, const std::string& asked_by) {
  const Assembly::ProcessPlan& own = assembly_.plan(process_);
  std::map<std::string, Known> sums;
  for (int i = 0; i < instances(); ++i) {
    Place others = own.places[at(i)];
    std::erase_if(others.at, [&](const Place::At& one) {
      return assembly_.varies(parameter, one.dimension) && !assembly_.varies(shared, one.dimension);
    });
    const auto [sum, fresh] = sums.try_emplace(others.text(), shares.at(i, 0));
    if (!fresh) sum->second = equations().add(sum->second, shares.at(i, 0));
  }
  for (const auto& [place, sum] : sums)
    assembly_.check(sum, 1.0 - share_rounding, 1.0 + share_rounding,
                    "process." + own.description->name + place + "." + asked_by, "shares sum to",
                    "sum to one");
}

void Builder::ladder(Group market, const Market& market_rules) {
  assembly_.plan(process_).entrance = market.id;
  assembly_.plan(process_).exit = market.id;
  assembly_.plan(process_).market = market_rules;
}

}  // namespace critflow
