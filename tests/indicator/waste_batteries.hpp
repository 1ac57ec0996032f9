#pragma once

#include "critflow/network/market.hpp"
#include "critflow/network/production.hpp"
#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"

namespace critflow {

/// Batteries of two legal categories that last two years: 100 t/a portable, 20 t/a of light
/// transport, a tenth cobalt. A tenth of what leaves use is exported; of the waste of portable ones
/// a share is collected, of the others a fifth of that; recyclers get back 0.8 of the cobalt, 0.6
/// of it in Belgium, the rest outside the Union.
inline SystemBuilder waste_batteries(double collection = 0.5, double size = 1.0) {
  const Place portable{{{"category", "portable"}}}, light{{{"category", "LMT"}}};
  SystemBuilder builder("waste batteries");
  builder.years(2000, 2009)
      .layer({.name = "battery mass", .unit = "t"})
      .layer({.name = "cobalt", .unit = "t", .material = true})
      .dimension("category", {"portable", "LMT"})
      .dimension("region", {"BE", "rest of world"})
      .parameter("sales", "t/a", portable, 100.0 * size)
      .parameter("sales", "t/a", light, 20.0 * size)
      .parameter("cobalt.content", "t/t", 0.1)
      .parameter("export", "1", 0.1)
      .parameter("collection", "1", portable, collection)
      .parameter("collection", "1", light, 0.2 * collection)
      .parameter("recycler", "1", {{{"region", "BE"}}}, 0.6)
      .parameter("recycler", "1", {{{"region", "rest of world"}}}, 0.4)
      .parameter("recycling", "1", 0.8)
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
               {"category"})
      .process("factory", Production{})
      .process("other materials", Outside{}, {}, {"battery mass"})
      .process("market", Market{.offers = {"recycling", "mines"}}, {}, {"cobalt"})
      .process("mines", Outside{}, {}, {"cobalt"})
      .process("waste", Treatment{}, {"category"})
      .process("sorting", Treatment{}, {"category"})
      .process("recycling", Treatment{}, {"region"})
      .process("abroad", Outside{})
      .process("lost", Outside{});
  builder
      .flow({.from = "factory",
             .to = "use",
             .rule = FlowRule::request,
             .sum = {"category"},
             .role = "placed"})
      .flow({.from = "other materials", .to = "factory", .rule = FlowRule::request})
      .flow({.from = "market", .to = "factory", .rule = FlowRule::request, .role = "demand"})
      .flow({.from = "mines", .to = "market", .rule = FlowRule::request, .role = "primary"})
      .flow({.from = "use",
             .to = "abroad",
             .factors = {"export"},
             .sum = {"category"},
             .role = "used_export"})
      .flow({.from = "use", .to = "waste", .rule = FlowRule::rest, .role = "waste"})
      .flow({.from = "waste", .to = "sorting", .factors = {"collection"}, .role = "collected"})
      .flow({.from = "waste",
             .to = "lost",
             .rule = FlowRule::rest,
             .sum = {"category"},
             .role = "mixed_waste"})
      .flow({.from = "sorting",
             .to = "recycling",
             .split = "recycler",
             .sum = {"category"},
             .role = "recycling_input"})
      .flow({.from = "recycling",
             .to = "market",
             .factors = {"recycling"},
             .sum = {"region"},
             .role = "recovered"})
      .flow({.from = "recycling", .to = "lost", .rule = FlowRule::rest, .sum = {"region"}})
      .flow({.from = "market", .to = "abroad", .rule = FlowRule::surplus, .role = "surplus"});
  return builder;
}

}  // namespace critflow
