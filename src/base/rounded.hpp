#pragma once

#include <array>
#include <charconv>

namespace critflow {

/// `value` to twelve digits, as a reader is told what was computed: 0.7, not 0.7000000000000001.
[[nodiscard]] inline double rounded(double value) {
  std::array<char, 32> text{};
  char* const last = text.data() + text.size();
  const char* const end =
      std::to_chars(text.data(), last, value, std::chars_format::scientific, 11).ptr;
  std::from_chars(text.data(), end, value);
  return value;
}

}  // namespace critflow
