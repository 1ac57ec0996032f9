#pragma once

#include <string>
#include <string_view>

#include "node.hpp"

namespace critflow {

/// Reads a settings file. Its size and depth are counted in one pass before it is parsed: a key of
/// 300,000 parts would otherwise exhaust the parser's stack.
/// @throws InvalidValue with file, row and column where it is too deep, holds too many keys, is no
///         TOML, or holds a number that is not finite or a date
[[nodiscard]] Node read_toml(std::string_view text, const std::string& file);

}  // namespace critflow
