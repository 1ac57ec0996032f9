#pragma once

#include <string>

#include "critflow/network/gate.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/network/waiting.hpp"
#include "solve/random/drawing.hpp"

/// Hoards, collection, perhaps a gate or a queue, and recycling. Loops run through hoards and
/// sludge, and with trade through the regions.
class RandomEndOfLife {
 public:
  explicit RandomEndOfLife(RandomDrawing& drawing) : drawing_(drawing) {}

  void add() {
    add_collection();
    add_limit();
    drawing_.process("recycling", critflow::Treatment{});
    drawing_.process("sludge", critflow::Treatment{});
    drawing_.share_by_layer("recovery", 0.3, 0.8);
    drawing_.flow({.from = "recycling", .to = "sludge", .factors = {"0.15"}});
    drawing_.flow({.from = "sludge", .to = "dismantling", .factors = {"0.6"}});
    drawing_.flow({.from = "sludge", .to = "losses", .rule = FlowRule::rest});
    drawing_.flow({.from = "recycling", .to = "market", .factors = {"recovery"}});
    drawing_.flow({.from = "recycling", .to = "losses", .rule = FlowRule::rest});
  }

 private:
  using FlowRule = critflow::FlowRule;

  void add_collection() {
    drawing_.lifetime("hoarding", drawing_.between("hoarding", 1.0, 4.0), 1.0,
                      critflow::Distribution::gamma);
    drawing_.process("hoard", critflow::StockProcess{.lifetime = "hoarding"}, {"product"});
    drawing_.process("collection", critflow::Treatment{}, {"product"});
    drawing_.process("dismantling", critflow::Treatment{});
    drawing_.outside("losses", {"mass", "lithium", "cobalt"});
    drawing_.share("hoarded", 0.0, 0.5);
    drawing_.share("collected", 0.3, 0.8);
    drawing_.share("sent back", 0.0, 0.2);
    if (drawing_.has("second life")) drawing_.share("repurposed", 0.0, 0.4);
    if (!drawing_.by_age()) add_discards("");
    if (drawing_.by_age())
      for (const char* door : {"young", "old"}) add_discards(door);
    drawing_.flow({.from = "hoard", .to = "collection"});
    drawing_.flow({.from = "collection", .to = "hoard", .factors = {"sent back"}});
    drawing_.flow({.from = "collection", .to = "losses", .rule = FlowRule::rest});
    const critflow::FlowDescription collected{
        .from = "collection", .to = "dismantling", .factors = {"collected"}, .sum = {"product"}};
    if (drawing_.traded("waste trade")) {
      add_partners();
      drawing_.traded_flow(collected, "partners");
    } else {
      drawing_.flow(collected);
    }
    if (!drawing_.has("imports")) return;
    for (const char* layer : {"mass", "lithium", "cobalt"})
      drawing_.number("imports", "t/a", {{{"layer", layer}}},
                      drawing_.between(std::string("imports") + layer, 0.0, 9.0));
    drawing_.process("imports", critflow::Source{.amount = "imports"});
    drawing_.flow({.from = "imports", .to = "dismantling"});
  }

  /// What leaves use by a door. The young go abroad as well, the others into storage.
  void add_discards(const std::string& door) {
    drawing_.flow(
        {.from = "use", .to = "hoard", .factors = {"hoarded"}, .sum = {"chemistry"}, .door = door});
    drawing_.flow({.from = "use",
                   .to = "collection",
                   .rule = FlowRule::rest,
                   .sum = {"chemistry"},
                   .door = door});
    if (door == "young")
      drawing_.flow({.from = "use", .to = "losses", .factors = {"0.3"}, .door = door});
    else if (drawing_.has("second life"))
      drawing_.flow({.from = "use",
                     .to = "storage",
                     .factors = {"repurposed"},
                     .sum = {"product", "chemistry"},
                     .door = door});
  }

  /// What each region keeps of its waste; the rest goes to the next.
  void add_partners() {
    const std::size_t count = drawing_.regions.size();
    for (std::size_t i = 0; i < count; ++i) {
      const std::string& region = drawing_.regions[i];
      const double kept = drawing_.between("kept" + region, 0.0, 1.0);
      for (std::size_t j = 0; j < count; ++j)
        drawing_.number("partners", "1", {{{"region", region}, {"partner", drawing_.regions[j]}}},
                        j == i                 ? kept
                        : j == (i + 1) % count ? 1.0 - kept
                                               : 0.0);
    }
  }

  /// What a plant cannot take: a gate hands it to others, a queue lets it wait.
  void add_limit() {
    const bool gate = drawing_.has("gate"), queue = drawing_.has("queue");
    drawing_.flow({.from = "dismantling", .to = gate ? "gate" : queue ? "queue" : "recycling"});
    if (gate) {
      drawing_.yearly("capacity", 12.0, 20.0);
      drawing_.process("gate", critflow::Gate{.capacity = "capacity", .lead = "mass"});
      drawing_.process("overflow", critflow::Treatment{});
      drawing_.flow({.from = "gate", .to = queue ? "queue" : "recycling", .rule = FlowRule::done});
      drawing_.flow({.from = "gate", .to = "overflow", .rule = FlowRule::rest});
      const critflow::FlowDescription on{.from = "overflow", .to = "gate", .factors = {"0.7"}};
      if (drawing_.traded("waste trade")) drawing_.traded_flow(on, "partners");
      drawing_.flow({.from = "overflow", .to = "losses", .rule = FlowRule::rest});
    }
    if (!queue) return;
    drawing_.yearly("plant", 8.0, 20.0);
    drawing_.process("queue",
                     critflow::Waiting{.capacity = "plant", .longest_wait = "3", .lead = "mass"});
    drawing_.flow({.from = "queue", .to = "recycling", .rule = FlowRule::done});
    drawing_.flow({.from = "queue", .to = "losses", .rule = FlowRule::rest});
  }

  RandomDrawing& drawing_;
};
