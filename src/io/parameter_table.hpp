#pragma once

#include <optional>
#include <string>
#include <vector>

#include "critflow/base/dimension.hpp"
#include "critflow/base/unit.hpp"
#include "critflow/scenario/origin.hpp"
#include "node.hpp"
#include "sources.hpp"

namespace critflow {

/// `collection.rate[product=portable,region=NL]` taken apart.
struct ParameterKey {
  std::string name;
  Place place;
};

/// The parameter and place that the key of a table names; nothing and a fault where it cannot be
/// read.
[[nodiscard]] std::optional<ParameterKey> read_parameter_key(const Node& node,
                                                             std::vector<Fault>& faults);

/// What a table under `[parameter]` says.
struct ParameterTable {
  Measure measure;
  Setting setting;
};

/// Reads one of `value`, `series`, `step`, `table`, `logistic`, with its unit and source; nothing
/// and faults where it cannot be read.
[[nodiscard]] std::optional<ParameterTable> read_parameter_table(const Node& node,
                                                                 const std::string& by,
                                                                 const Sources& sources,
                                                                 std::vector<Fault>& faults);

}  // namespace critflow
