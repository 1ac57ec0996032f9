#pragma once

#include <string>
#include <vector>

#include "critflow/network/system_description.hpp"
#include "table_reader.hpp"

namespace critflow {

/// Reads the drawing from the merged tree of `system.toml`, a scenario and a policy. What cannot be
/// read is left out, and stands in `faults`.
[[nodiscard]] SystemDescription read_description(const Node& root, const std::string& folder,
                                                 std::vector<Fault>& faults);

/// One entry of `[process]`, over the layers and dimensions already read.
[[nodiscard]] ProcessDescription read_process(const Node& node,
                                              const SystemDescription& description,
                                              std::vector<Fault>& faults);

/// One entry of `[[flow]]`.
[[nodiscard]] FlowDescription read_flow(const Node& node, std::vector<Fault>& faults);

/// One entry of `[lifetime]`.
[[nodiscard]] LifetimeDescription read_lifetime(const Node& node, std::vector<Fault>& faults);

/// One entry of `[derived]`.
[[nodiscard]] DerivedParameter read_derived(const Node& node, std::vector<Fault>& faults);

/// The keys that `system.toml` may hold.
[[nodiscard]] const std::vector<std::string>& system_keys();

}  // namespace critflow
