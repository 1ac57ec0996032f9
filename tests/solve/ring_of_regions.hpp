#pragma once

#include <string>
#include <utility>
#include <vector>

#include "critflow/network/gate.hpp"
#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "solve/series.hpp"

/// Regions in a ring, each with a plant and a market. What a plant cannot take and what it leaves
/// goes to the next region, and so does surplus metal; slag of the mine comes back to its market.
/// Each year draws all numbers anew.
inline critflow::System ring_of_regions(Chance& chance, int count, int years) {
  using critflow::FlowRule;
  const std::vector<std::string> layers{"mass", "lithium", "cobalt"}, metals{"lithium", "cobalt"};
  std::vector<std::string> regions;
  for (int i = 0; i < count; ++i) regions.push_back("region " + std::to_string(i));
  critflow::SystemBuilder builder("ring");
  builder.years(2000, 1999 + years)
      .layer({.name = "mass", .unit = "t"})
      .layer({.name = "lithium", .unit = "t", .material = true})
      .layer({.name = "cobalt", .unit = "t", .material = true})
      .dimension("region", regions)
      .dimension("partner", regions);
  const auto series = [&](double most) {
    return table(2000, drawn(chance, static_cast<std::size_t>(years), most));
  };
  for (int i = 0; i < count; ++i) {
    const std::string& region = regions[static_cast<std::size_t>(i)];
    for (int j = 0; j < count; ++j)
      builder.parameter("next", "1",
                        {{{"region", region}, {"partner", regions[static_cast<std::size_t>(j)]}}},
                        j == (i + 1) % count ? 1.0 : 0.0);
    builder.parameter("capacity", "t/a", place("region", region), series(120.0))
        .parameter("mine", "t/a", place("region", region), series(20.0));
    for (const std::string& layer : layers)
      builder.parameter("waste", "t/a", {{{"region", region}, {"layer", layer}}},
                        series(layer == "mass" ? 100.0 : 20.0));
    for (const std::string& metal : metals)
      builder.parameter("demand", "t/a", {{{"region", region}, {"material", metal}}}, series(40.0));
  }
  const auto to_next = [](critflow::FlowDescription flow) {
    flow.split = "next";
    flow.sum = {"region"};
    flow.as = {{"region", "partner"}};
    return flow;
  };
  return builder.process("waste", critflow::Source{.amount = "waste"}, {"region"})
      .process("gate", critflow::Gate{.capacity = "capacity", .lead = "mass"}, {"region"})
      .process("plant", critflow::Treatment{}, {"region"})
      .process("overflow", critflow::Treatment{}, {"region"})
      .process("market", critflow::Market{.offers = {"market", "plant", "slag", "mine"}},
               {"region"}, metals)
      .process("mine", critflow::Production{.yield = "0.8"}, {"region"}, metals)
      .process("slag", critflow::Treatment{}, {"region"}, metals)
      .process("ore", critflow::Outside{}, {}, metals)
      .process("users", critflow::Outside{}, {"region"}, metals)
      .process("losses", critflow::Outside{})
      .flow({.from = "waste", .to = "gate"})
      .flow({.from = "gate", .to = "plant", .rule = FlowRule::done})
      .flow({.from = "gate", .to = "overflow", .rule = FlowRule::rest})
      .flow(to_next({.from = "overflow", .to = "gate", .factors = {"0.8"}}))
      .flow({.from = "overflow", .to = "losses", .rule = FlowRule::rest})
      .flow({.from = "plant", .to = "market", .factors = {"0.7"}})
      .flow(to_next({.from = "plant", .to = "gate", .factors = {"0.1"}}))
      .flow({.from = "plant", .to = "losses", .rule = FlowRule::rest})
      .flow({.from = "ore", .to = "mine", .rule = FlowRule::request})
      .flow({.from = "mine", .to = "market", .rule = FlowRule::request, .capacity = "mine"})
      .flow({.from = "mine", .to = "slag", .rule = FlowRule::rest})
      .flow({.from = "slag", .to = "market", .factors = {"0.6"}})
      .flow({.from = "slag", .to = "losses", .rule = FlowRule::rest})
      .flow({.from = "market", .to = "users", .rule = FlowRule::request, .factors = {"demand"}})
      .flow(to_next(
          {.from = "market", .to = "market", .rule = FlowRule::surplus, .factors = {"0.4"}}))
      .flow({.from = "market", .to = "losses", .rule = FlowRule::surplus, .factors = {"0.6"}})
      .build();
}
