#include "critflow/indicator/supply.hpp"

#include <algorithm>
#include <cstddef>

#include "by_role.hpp"
#include "critflow/indicator/gather.hpp"

namespace critflow {

Figures demand(const Run& run) { return gather("demand", flows_of(run, {"demand"}), {}); }

Figures primary_supply(const Run& run) {
  return gather("primary_supply", flows_of(run, {"primary"}), {});
}

Figures primary_demand(const Run& run) {
  std::vector<Figures> flows = flows_of(run, {"primary"});
  if (flows.empty()) return {.name = "primary_demand"};
  for (const auto& [from, to] : run.flow_names()) {
    const bool market =
        from == "shortage" && std::ranges::any_of(run.system().description().flows,
                                                  [&to = to](const FlowDescription& flow) {
                                                    return flow.role == "primary" && flow.to == to;
                                                  });
    if (market) flows.push_back(run.flow(from, to));
  }
  return gather("primary_demand", flows, {},
                gather("", flows_of(run, {"primary"}), {}).dimensions.back().items);
}

Figures secondary_supply(const Run& run) {
  return gather("secondary_supply", flows_of(run, {"recovered", "new_scrap"}), {});
}

Figures mined(const Run& run) { return gather("mined", flows_of(run, {"mined"}), {}); }

Figures recycled_content(const Run& run) {
  const Figures asked = demand(run);
  if (asked.dimensions.empty()) return {.name = "recycled_content"};
  Figures used = gather_into(asked, "used", flows_of(run, {"recovered", "new_scrap"}));
  const Figures surplus = gather_into(asked, "surplus", flows_of(run, {"surplus"}));
  for (std::size_t i = 0; i < used.values.size(); ++i) used.values[i] -= surplus.values[i];
  return quotient("recycled_content", used, asked);
}

}  // namespace critflow
