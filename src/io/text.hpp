#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "critflow/base/fault.hpp"

namespace critflow {

/// `text` as a fault may show it: at most 80 characters, control characters as `\x1b`.
[[nodiscard]] std::string legible(std::string_view text);

/// Column, from 1, of the byte at `offset` of a line: characters, not bytes.
[[nodiscard]] int column_of(std::string_view line, std::size_t offset);

/// Throws the first thing that makes `text` unfit to be read: not UTF-8, a control character, or
/// one that changes the direction of reading and so hides what a line says.
/// @throws InvalidValue with file, row and column
void require_plain_text(std::string_view text, const std::string& file);

}  // namespace critflow
