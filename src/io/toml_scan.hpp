#pragma once

#include <string>
#include <string_view>

namespace critflow {

/// Counts, in one pass that looks at each character once, how deep a TOML text nests (brackets, and
/// the parts of dotted keys and headers) and how many keys it holds.
/// @throws InvalidValue with row and column where depth passes 32 or keys pass a million
void require_shallow(std::string_view text, const std::string& file);

}  // namespace critflow
