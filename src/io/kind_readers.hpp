#pragma once

#include "critflow/network/process.hpp"
#include "table_reader.hpp"

namespace critflow {

// Keys of one kind of process each.
[[nodiscard]] AnyProcess read_host_and_component(TableReader& reader);
[[nodiscard]] AnyProcess read_mine(TableReader& reader);
[[nodiscard]] AnyProcess read_production(TableReader& reader);
[[nodiscard]] AnyProcess read_stockpile(TableReader& reader);
[[nodiscard]] AnyProcess read_stock_with_second_life(TableReader& reader);
[[nodiscard]] AnyProcess read_waiting(TableReader& reader);

}  // namespace critflow
