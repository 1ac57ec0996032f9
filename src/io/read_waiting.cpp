#include "critflow/network/waiting.hpp"
#include "kind_readers.hpp"

namespace critflow {

AnyProcess read_waiting(TableReader& reader) {
  static_cast<void>(reader.require("capacity"));
  static_cast<void>(reader.require("longest_wait"));
  return Waiting{.capacity = reader.name_or_number("capacity"),
                 .longest_wait = reader.name_or_number("longest_wait"),
                 .lead = reader.require_text("lead")};
}

}  // namespace critflow
