#pragma once

#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/scenario/system_builder.hpp"

/// Two products in use, driven by their sales; the smallest system with dimensions.
inline critflow::SystemBuilder phones() {
  using namespace critflow;
  const Place phone{{{"product", "phone"}}};
  const Place tablet{{{"product", "tablet"}}};
  SystemBuilder builder("phones");
  builder.years(2020, 2030)
      .dimension("product", {"phone", "tablet"})
      .layer({.name = "cobalt", .unit = "t", .material = true})
      .parameter("sales", "kt/a", phone, {{2020, 10}, {2030, 20}})
      .parameter("sales", "t/a", tablet, 5.0)
      .parameter("life.mean", "a", phone, 4.0)
      .parameter("life.mean", "a", tablet, 6.0)
      .parameter("life.sd", "a", 1.5)
      .lifetime({.name = "life", .first = "life.mean", .second = "life.sd"})
      .process("makers", Outside{})
      .process("use",
               StockProcess{.driver = StockProcess::Driver::inflow,
                            .driver_parameter = "sales",
                            .lead = "cobalt",
                            .lifetime = "life"},
               {"product"})
      .process("waste", Outside{})
      .flow({.from = "makers", .to = "use", .rule = FlowRule::request, .sum = {"product"}})
      .flow({.from = "use", .to = "waste", .sum = {"product"}});
  return builder;
}
