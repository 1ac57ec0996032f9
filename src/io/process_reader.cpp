#include <algorithm>
#include <utility>

#include "critflow/network/gate.hpp"
#include "critflow/network/market.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/network/treatment.hpp"
#include "description_readers.hpp"
#include "kind_readers.hpp"
#include "stock_parts.hpp"

namespace critflow {

namespace {

void read_age_classes(TableReader& process, StockProcess& stock) {
  const Node* list = process.find("by_age", Node::Kind::list);
  if (list == nullptr) return;
  for (const Node& node : list->children) {
    TableReader reader(node, process.where() + ".by_age", process.faults());
    stock.by_age.push_back({.door = reader.require_text("door")});
    if (const auto limit = reader.number("up_to_age")) stock.by_age.back().up_to_age = *limit;
    reader.refuse_others();
  }
}

StockProcess::Missed read_missed(TableReader& process) {
  const std::string missed = process.choice("missed", {"catch_up", "lost"});
  if (missed.empty()) return StockProcess::Missed::as_driven;
  return missed == "lost" ? StockProcess::Missed::lost : StockProcess::Missed::catch_up;
}

StockProcess::Saved read_saved(TableReader& process) {
  const Node* node = process.find("saved", Node::Kind::table);
  if (node == nullptr) return {};
  TableReader reader(*node, process.where() + ".saved", process.faults());
  const StockProcess::Saved saved{.by = reader.require_text("by"),
                                  .displacement = reader.require_name_or_number("displacement")};
  reader.refuse_others();
  return saved;
}

AnyProcess read_stock(TableReader& reader) {
  StockProcess stock;
  stock.lead = reader.text("lead");
  stock.split = reader.name_or_number("split");
  stock.lifetime = reader.require_text("lifetime");
  const DriverKeys driver = read_driver(reader);
  if (!driver.inflow.empty()) stock.driver = StockProcess::Driver::inflow;
  if (!driver.stock.empty()) stock.driver = StockProcess::Driver::stock;
  stock.driver_parameter = driver.inflow + driver.stock;
  stock.initial = read_initial(reader);
  read_age_classes(reader, stock);
  stock.content = read_content(reader);
  stock.shrinking = read_shrinking(reader, {"refuse", "retire_early", "allow_negative"});
  stock.missed = read_missed(reader);
  stock.saved = read_saved(reader);
  return stock;
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
  return Gate{.capacity = reader.require_name_or_number("capacity"),
              .lead = reader.require_text("lead")};
}

AnyProcess read_source(TableReader& reader) {
  return Source{.amount = reader.require_name_or_number("amount")};
}

AnyProcess read_kind(TableReader& reader) {
  static const std::vector<std::string> kinds{"stock",
                                              "host-and-component",
                                              "stock-with-second-life",
                                              "treatment",
                                              "production",
                                              "mine",
                                              "market",
                                              "gate",
                                              "waiting",
                                              "stockpile",
                                              "source",
                                              "outside"};
  static_cast<void>(reader.require("kind"));
  const std::string kind = reader.choice("kind", kinds);
  if (kind == "stock") return read_stock(reader);
  if (kind == "host-and-component") return read_host_and_component(reader);
  if (kind == "stock-with-second-life") return read_stock_with_second_life(reader);
  if (kind == "treatment") return Treatment{};
  if (kind == "production") return read_production(reader);
  if (kind == "mine") return read_mine(reader);
  if (kind == "market") return read_market(reader);
  if (kind == "gate") return read_gate(reader);
  if (kind == "waiting") return read_waiting(reader);
  if (kind == "stockpile") return read_stockpile(reader);
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
  process.owned_by_third_countries = reader.name_or_number("owned_by_third_countries");
  process.held_by_government = reader.name_or_number("held_by_government");
  reader.refuse_others();
  return process;
}

}  // namespace critflow
