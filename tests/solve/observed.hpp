#pragma once

#include <string>
#include <vector>

#include "critflow/network/source.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/network/treatment.hpp"
#include "critflow/scenario/system_builder.hpp"

/// Phones kept in drawers after use, of which a share is collected, with published tonnes beside.
/// What leaves the drawers depends on earlier years, so a share of one year moves later ones.
class ObservedPhones {
 public:
  /// tonnes collected in a year
  struct Published {
    int year;
    double tonnes;
  };

  explicit ObservedPhones(critflow::Series kept, double lost = 0.1) : builder_("phones") {
    using namespace critflow;
    builder_.years(2000, 2020)
        .layer({.name = "copper", .unit = "t", .material = true})
        .parameter("discarded", "t/a", {{2000, 100.0}, {2020, 300.0}})
        .parameter("kept", "1", std::move(kept))
        .parameter("lost", "1", lost)
        .parameter("drawer life", "a", 3.0)
        .parameter("drawer life sd", "a", 1.0)
        .lifetime({.name = "drawer", .first = "drawer life", .second = "drawer life sd"})
        .process("discards", Source{.amount = "discarded"})
        .process("drawers", StockProcess{.lead = "copper", .lifetime = "drawer"})
        .process("waste", Treatment{})
        .process("collection", Outside{})
        .process("dump", Outside{})
        .flow({.from = "discards", .to = "drawers", .factors = {"kept"}})
        .flow({.from = "discards", .to = "dump", .factors = {"lost"}})
        .flow({.from = "discards", .to = "waste", .rule = FlowRule::rest})
        .flow({.from = "drawers", .to = "waste"})
        .flow({.from = "waste", .to = "collection"});
  }

  [[nodiscard]] critflow::System build(const std::vector<Published>& collected) const {
    critflow::SystemParts parts = builder_.build().parts();
    for (const Published& one : collected)
      parts.observations.push_back({.name = "collected",
                                    .quantity = critflow::Observation::Quantity::flow,
                                    .process = "waste",
                                    .to = "collection",
                                    .layer = "copper",
                                    .year = one.year,
                                    .value = one.tonnes,
                                    .unit = "t/a",
                                    .source = "counted"});
    return critflow::System(std::move(parts));
  }

 private:
  critflow::SystemBuilder builder_;
};
