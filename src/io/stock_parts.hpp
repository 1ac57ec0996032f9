#pragma once

#include <map>
#include <string>
#include <vector>

#include "critflow/network/earlier_cohorts.hpp"
#include "critflow/network/process.hpp"
#include "critflow/stock/shrinking_stock.hpp"
#include "table_reader.hpp"

namespace critflow {

/// Keys that several kinds with cohorts share.
using Content = std::map<std::string, std::vector<std::string>>;

[[nodiscard]] Content read_content(TableReader& owner);
[[nodiscard]] EarlierCohorts read_initial(TableReader& process);
[[nodiscard]] ShrinkingStock read_shrinking(TableReader& reader,
                                            const std::vector<std::string>& choices);

struct DriverKeys {
  std::string inflow{};
  std::string stock{};
};
/// One of the two, or a fault; none where there is no key `driver`.
[[nodiscard]] DriverKeys read_driver(TableReader& process);

/// A name or number where one is given; what `to` holds stands else.
void read_if_given(TableReader& reader, const std::string& key, std::string& to);

}  // namespace critflow
