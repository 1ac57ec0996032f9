#include "critflow/network/waiting.hpp"
#include "kind_readers.hpp"

namespace critflow {

AnyProcess read_waiting(TableReader& reader) {
  return Waiting{.capacity = reader.require_name_or_number("capacity"),
                 .longest_wait = reader.require_name_or_number("longest_wait"),
                 .lead = reader.require_text("lead")};
}

}  // namespace critflow
