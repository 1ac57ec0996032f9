#include <algorithm>
#include <map>
#include <utility>

#include "critflow/network/gate.hpp"
#include "critflow/network/host_and_component.hpp"
#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/network/waiting.hpp"
#include "description_readers.hpp"

namespace critflow {

namespace {

using Content = std::map<std::string, std::vector<std::string>>;

template <class Stock>
void read_driver(TableReader& process, Stock& stock) {
  const Node* node = process.find("driver", Node::Kind::table);
  if (node == nullptr) return;
  TableReader reader(*node, process.where() + ".driver", process.faults());
  const std::string inflow = reader.name_or_number("inflow");
  const std::string prescribed = reader.name_or_number("stock");
  reader.refuse_others();
  if (inflow.empty() == prescribed.empty())
    reader.fault(*node, "not one driver", "", "be either inflow or stock");
  stock.driver = inflow.empty() ? Stock::Driver::stock : Stock::Driver::inflow;
  stock.driver_parameter = inflow.empty() ? prescribed : inflow;
}

void read_initial(TableReader& process, StockProcess& stock) {
  const Node* node = process.find("initial", Node::Kind::table);
  if (node == nullptr) return;
  constexpr int most_cohorts = 200;
  TableReader reader(*node, process.where() + ".initial", process.faults());
  stock.initial = {.stock = reader.name_or_number("stock"),
                   .total = reader.name_or_number("total"),
                   .growth = reader.name_or_number("growth"),
                   .cohorts = reader.whole_number("cohorts").value_or(0)};
  reader.refuse_others();
  const StockProcess::Initial& initial = stock.initial;
  if (initial.stock.empty() == initial.total.empty())
    reader.fault(*node, "not one initial stock", "", "be either stock or total");
  if (initial.total.empty()) return;
  if (initial.growth.empty()) reader.fault(*node, "key missing", "growth", "stand with total");
  if (initial.cohorts < 1 || initial.cohorts > most_cohorts)
    reader.fault(*node, "number of cohorts", std::to_string(initial.cohorts),
                 "be given with total, from 1 to 200");
}

Content read_content(TableReader& owner) {
  Content content;
  const Node* node = owner.find("content", Node::Kind::table);
  if (node == nullptr) return content;
  TableReader reader(*node, owner.where() + ".content", owner.faults());
  for (const Node& entry : node->children) content[entry.key] = reader.names_or_numbers(entry.key);
  return content;
}

ShrinkingStock read_shrinking(TableReader& reader, const std::vector<std::string>& choices) {
  const std::string shrinking = reader.choice("shrinking", choices);
  if (shrinking == "retire_early") return ShrinkingStock::retire_early;
  if (shrinking == "allow_negative") return ShrinkingStock::allow_negative;
  return ShrinkingStock::refuse;
}

AnyProcess read_stock(TableReader& reader) {
  StockProcess stock;
  stock.lead = reader.text("lead");
  stock.split = reader.name_or_number("split");
  stock.lifetime = reader.require_text("lifetime");
  read_driver(reader, stock);
  read_initial(reader, stock);
  stock.content = read_content(reader);
  stock.shrinking = read_shrinking(reader, {"refuse", "retire_early", "allow_negative"});
  return stock;
}

HostAndComponent::Part read_part(TableReader& process, const std::string& key) {
  const Node* node = process.find(key, Node::Kind::table);
  if (node == nullptr) return {};
  TableReader reader(*node, process.where() + "." + key, process.faults());
  HostAndComponent::Part part{.lifetime = reader.require_text("lifetime"),
                              .content = read_content(reader)};
  reader.refuse_others();
  return part;
}

/// A name or number where one is given; what `to` holds stands else.
void read_if_given(TableReader& reader, const std::string& key, std::string& to) {
  const std::string given = reader.name_or_number(key);
  if (!given.empty()) to = given;
}

void read_renewal(TableReader& process, HostAndComponent& pair) {
  if (const Node* node = process.find("replaced", Node::Kind::table)) {
    TableReader reader(*node, process.where() + ".replaced", process.faults());
    read_if_given(reader, "share", pair.replaced.share);
    read_if_given(reader, "up_to_age", pair.replaced.up_to_age);
    reader.refuse_others();
  }
  if (const Node* node = process.find("reused", Node::Kind::table)) {
    TableReader reader(*node, process.where() + ".reused", process.faults());
    read_if_given(reader, "share", pair.reused.share);
    read_if_given(reader, "up_to_age", pair.reused.up_to_age);
    read_if_given(reader, "in_old_hosts", pair.reused.in_old_hosts);
    read_if_given(reader, "in_new_hosts", pair.reused.in_new_hosts);
    reader.refuse_others();
  }
}

AnyProcess read_host_and_component(TableReader& reader) {
  HostAndComponent pair;
  pair.lead = reader.require_text("lead");
  static_cast<void>(reader.require("driver"));
  static_cast<void>(reader.require("host"));
  read_driver(reader, pair);
  pair.host = read_part(reader, "host");
  pair.component = read_part(reader, "component");
  read_renewal(reader, pair);
  pair.shrinking = read_shrinking(reader, {"refuse", "retire_early"});
  return pair;
}

AnyProcess read_production(TableReader& reader) {
  Production production{.yield = reader.name_or_number("yield")};
  if (const Node* list = reader.find("joint", Node::Kind::list))
    for (const Node& node : list->children) {
      TableReader joint(node, reader.where() + ".joint", reader.faults());
      production.joint.push_back({.layer = joint.require_text("layer"),
                                  .of = joint.require_text("of"),
                                  .ratio = joint.name_or_number("ratio")});
      joint.refuse_others();
      if (production.joint.back().ratio.empty())
        joint.fault(node, "key missing", "ratio", "be given");
    }
  return production;
}

AnyProcess read_market(TableReader& reader) {
  static_cast<void>(reader.require("offers"));
  Market market{.offers = reader.texts("offers")};
  const Node* claims = reader.find("claims", Node::Kind::list);
  if (claims == nullptr) return market;
  for (const Node& node : claims->children) {
    if (node.kind == Node::Kind::text) {
      market.claims.push_back({.to = node.text});
      continue;
    }
    TableReader claim(node, reader.where() + ".claims", reader.faults());
    market.claims.push_back(
        {.to = claim.require_text("to"), .last_offer = claim.text("last_offer")});
    claim.refuse_others();
  }
  return market;
}

AnyProcess read_gate(TableReader& reader) {
  static_cast<void>(reader.require("capacity"));
  return Gate{.capacity = reader.name_or_number("capacity"), .lead = reader.require_text("lead")};
}

AnyProcess read_waiting(TableReader& reader) {
  static_cast<void>(reader.require("capacity"));
  static_cast<void>(reader.require("longest_wait"));
  return Waiting{.capacity = reader.name_or_number("capacity"),
                 .longest_wait = reader.name_or_number("longest_wait"),
                 .lead = reader.require_text("lead")};
}

AnyProcess read_source(TableReader& reader) {
  static_cast<void>(reader.require("amount"));
  return Source{.amount = reader.name_or_number("amount")};
}

AnyProcess read_kind(TableReader& reader) {
  static const std::vector<std::string> kinds{"stock",     "host-and-component",
                                              "treatment", "production",
                                              "market",    "gate",
                                              "waiting",   "source",
                                              "outside"};
  static_cast<void>(reader.require("kind"));
  const std::string kind = reader.choice("kind", kinds);
  if (kind == "stock") return read_stock(reader);
  if (kind == "host-and-component") return read_host_and_component(reader);
  if (kind == "treatment") return Treatment{};
  if (kind == "production") return read_production(reader);
  if (kind == "market") return read_market(reader);
  if (kind == "gate") return read_gate(reader);
  if (kind == "waiting") return read_waiting(reader);
  if (kind == "source") return read_source(reader);
  if (kind.empty()) reader.accept_others();
  return Outside{};
}

/// The items of `dimension` that exist here, in the order of the system.
Dimension only_items(const Dimension& dimension, const Node& list, TableReader& only) {
  const std::vector<std::string> wanted = only.texts(dimension.name);
  for (const std::string& item : wanted)
    if (position(dimension, item) < 0)
      only.fault(list, "unknown item", item, "be an item of " + dimension.name, dimension.items);
  Dimension kept{dimension.name, {}};
  for (const std::string& item : dimension.items)
    if (std::ranges::find(wanted, item) != wanted.end()) kept.items.push_back(item);
  return kept;
}

Dimensions read_process_dimensions(TableReader& reader, const SystemDescription& system) {
  std::vector<std::string> names;
  for (const Dimension& dimension : system.dimensions) names.push_back(dimension.name);
  Dimensions dimensions;
  for (const std::string& name : reader.texts("dims")) {
    if (const Dimension* known = find_dimension(system.dimensions, name))
      dimensions.push_back(*known);
    else
      reader.fault(*reader.table().find("dims"), "unknown dimension", name,
                   "be a dimension of the system", names);
  }
  const Node* node = reader.find("only", Node::Kind::table);
  if (node == nullptr) return dimensions;
  TableReader only(*node, reader.where() + ".only", reader.faults());
  for (Dimension& dimension : dimensions)
    if (const Node* list = only.find(dimension.name, Node::Kind::list))
      dimension = only_items(dimension, *list, only);
  only.refuse_others();
  return dimensions;
}

std::vector<std::string> read_process_layers(TableReader& reader, const SystemDescription& system) {
  std::vector<std::string> known;
  for (const Layer& layer : system.layers) known.push_back(layer.name);
  std::vector<std::string> layers = reader.texts("layers");
  for (const std::string& layer : layers)
    if (std::ranges::find(known, layer) == known.end())
      reader.fault(*reader.table().find("layers"), "unknown layer", layer,
                   "be a layer of the system", known);
  std::erase_if(layers, [&](const std::string& layer) { return system.layer(layer) == nullptr; });
  return layers;
}

}  // namespace

ProcessDescription read_process(const Node& node, const SystemDescription& description,
                                std::vector<Fault>& faults) {
  TableReader reader(node, "process." + node.key, faults);
  ProcessDescription process{.name = node.key,
                             .kind = read_kind(reader),
                             .dimensions = read_process_dimensions(reader, description),
                             .layers = read_process_layers(reader, description),
                             .title = reader.title()};
  reader.refuse_others();
  return process;
}

}  // namespace critflow
