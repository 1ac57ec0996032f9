#pragma once

#include <string_view>

namespace critflow {

/// Instructions with which kernels treat the lanes of a pack. Results have the same bits with each:
/// only their speed differs.
enum class Instructions {
  plain,  ///< what every processor has
  avx2,   ///< with fused multiply-add
  avx512
};

/// Its word in figures and reports.
[[nodiscard]] std::string_view name_of(Instructions instructions);

/// The fastest that this processor has.
[[nodiscard]] Instructions fastest_instructions();

/// Those in use: the fastest, until others are asked for.
[[nodiscard]] Instructions instructions_in_use();

/// For the whole program, from the next kernel on: to compare.
/// @throws InvalidValue where the processor does not have them
void use_instructions(Instructions instructions);

}  // namespace critflow
