#pragma once

#include <string>

#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"
#include "critflow/solve/figures.hpp"

namespace critflow {

/// Phones of two kinds that last two years and come back as cobalt: small enough to follow by hand.
/// A tonne of phones holds 0.1 t of cobalt; 100 t/a of smart and 20 t/a of plain phones enter use.
/// Half of the waste is collected; 0.8 of that is recovered; a tenth of what leaves use is
/// exported.
inline SystemBuilder phones(double collection = 0.5) {
  const Place smart{{{"product", "smart"}}}, plain{{{"product", "plain"}}};
  SystemBuilder builder("phones");
  builder.years(2000, 2009)
      .layer({.name = "battery mass", .unit = "t"})
      .layer({.name = "cobalt", .unit = "t", .material = true})
      .dimension("product", {"smart", "plain"})
      .parameter("sales", "t/a", smart, 100.0)
      .parameter("sales", "t/a", plain, 20.0)
      .parameter("cobalt.content", "t/t", 0.1)
      .parameter("export", "1", 0.1)
      .parameter("collection", "1", collection)
      .parameter("recycling", "1", 0.8)
      .parameter("mining", "1", 0.5)
      .parameter("life", "a", 2.0)
      .lifetime({.name = "life",
                 .distribution = Distribution::fixed,
                 .by_mean_and_sd = false,
                 .first = "life"});
  builder
      .process("use",
               StockProcess{.driver = StockProcess::Driver::inflow,
                            .driver_parameter = "sales",
                            .lead = "battery mass",
                            .content = {{"material", {"cobalt.content"}}},
                            .lifetime = "life"},
               {"product"})
      .process("factory", Production{})
      .process("other materials", Outside{}, {}, {"battery mass"})
      .process("market", Market{.offers = {"recycling", "mines"}}, {}, {"cobalt"})
      .process("mines", Production{.yield = "mining"}, {}, {"cobalt"})
      .process("ore", Outside{}, {}, {"cobalt"})
      .process("waste", Treatment{}, {"product"})
      .process("recycling", Treatment{})
      .process("abroad", Outside{})
      .process("lost", Outside{});
  builder
      .flow({.from = "factory",
             .to = "use",
             .rule = FlowRule::request,
             .sum = {"product"},
             .role = "placed"})
      .flow({.from = "other materials", .to = "factory", .rule = FlowRule::request})
      .flow({.from = "market", .to = "factory", .rule = FlowRule::request, .role = "demand"})
      .flow({.from = "mines", .to = "market", .rule = FlowRule::request, .role = "primary"})
      .flow({.from = "ore", .to = "mines", .rule = FlowRule::request, .role = "mined"})
      .flow({.from = "mines", .to = "lost", .rule = FlowRule::rest})
      .flow({.from = "use", .to = "abroad", .factors = {"export"}, .role = "used_export"})
      .flow({.from = "use", .to = "waste", .rule = FlowRule::rest, .role = "waste"})
      .flow({.from = "waste",
             .to = "recycling",
             .factors = {"collection"},
             .sum = {"product"},
             .role = "collected"})
      .flow({.from = "waste", .to = "lost", .rule = FlowRule::rest})
      .flow({.from = "recycling", .to = "market", .factors = {"recycling"}, .role = "recovered"})
      .flow({.from = "recycling", .to = "lost", .rule = FlowRule::rest})
      .flow({.from = "market", .to = "abroad", .rule = FlowRule::surplus, .role = "surplus"});
  return builder;
}

/// One number of figures by year, with layer and product where they are given.
inline double number(const Figures& figures, int year, const std::string& layer,
                     const std::string& product = "") {
  Place place{{{"year", std::to_string(year)}, {"layer", layer}}};
  if (!product.empty()) place.at.push_back({"product", product});
  return figures.at(place);
}

}  // namespace critflow
