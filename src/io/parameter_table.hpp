#pragma once

#include <optional>
#include <string>
#include <vector>

#include "critflow/base/dimension.hpp"
#include "critflow/base/unit.hpp"
#include "critflow/scenario/origin.hpp"
#include "node.hpp"
#include "sources.hpp"
#include "table_reader.hpp"

namespace critflow {

/// `collection.rate[product=portable,region=NL]` taken apart.
struct ParameterKey {
  std::string name;
  Place place;
};

/// The parameter and place that a text names; nothing and a fault where it cannot be read.
/// @param at     where the text stands
/// @param where  dotted path of that
[[nodiscard]] std::optional<ParameterKey> read_parameter_key(const std::string& text,
                                                             const Node& at,
                                                             const std::string& where,
                                                             std::vector<Fault>& faults);

/// What a table under `[parameter]` says.
struct ParameterTable {
  Measure measure;
  Setting setting;
};

/// The points of `{ 2023 = 45, 2030 = 73 }`, in rising years.
[[nodiscard]] std::vector<YearValue> read_points(const Node& node, TableReader& reader);

/// Reads unit, source, evidence, note and one of `value`, `series`, `step`, `table`, `logistic`.
/// Nobody may use it where that added faults.
/// @throws InvalidValue where a unit, a series or the evidence cannot be read
[[nodiscard]] ParameterTable read_setting(TableReader& reader, const std::string& by,
                                          const Sources& sources);

/// Reads one of `value`, `series`, `step`, `table`, `logistic`, with its unit and source; nothing
/// and faults where it cannot be read.
[[nodiscard]] std::optional<ParameterTable> read_parameter_table(const Node& node,
                                                                 const std::string& by,
                                                                 const Sources& sources,
                                                                 std::vector<Fault>& faults);

}  // namespace critflow
