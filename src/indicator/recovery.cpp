#include "critflow/indicator/recovery.hpp"

#include "by_role.hpp"
#include "critflow/indicator/gather.hpp"
#include "critflow/indicator/use.hpp"

namespace critflow {

Figures recovered(const Run& run) { return gather("recovered", flows_of(run, {"recovered"}), {}); }

Figures recovery(const Run& run) {
  return rate("recovery", flows_of(run, {"recovered"}), flows_of(run, {"recycling_input"}));
}

Figures end_of_life_recycling_rate(const Run& run) {
  std::vector<Figures> outflows;
  for (const std::string& stock : stocks_in_use(run)) outflows.push_back(run.outflow(stock));
  return rate("end_of_life_recycling_rate", flows_of(run, {"recovered"}), outflows);
}

Figures end_of_life_input_rate(const Run& run) {
  return rate("end_of_life_input_rate", flows_of(run, {"recovered"}),
              flows_of(run, {"primary", "recovered"}));
}

Figures recycling_input_rate(const Run& run) {
  return rate("recycling_input_rate", flows_of(run, {"recovered", "new_scrap"}),
              flows_of(run, {"primary", "recovered", "new_scrap"}));
}

Figures old_scrap_ratio(const Run& run) {
  return rate("old_scrap_ratio", flows_of(run, {"recovered"}),
              flows_of(run, {"recovered", "new_scrap"}));
}

Figures non_functional_recycling_rate(const Run& run) {
  return rate("non_functional_recycling_rate", flows_of(run, {"functional_loss"}),
              flows_of(run, {"waste"}));
}

}  // namespace critflow
