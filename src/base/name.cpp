#include "critflow/base/name.hpp"

#include <cstddef>

namespace critflow {

namespace {

bool is_plain(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (c >= '0' && c <= '9') ||
         std::string_view(" .-_+/()&%'").find(c) != std::string_view::npos;
}

/// Whether two bytes are one of the letters À to ɏ (U+00C0 to U+024F) in UTF-8.
bool is_accented(char first, char second) {
  const auto code = (static_cast<unsigned>(static_cast<unsigned char>(first) & 0x1FU) << 6U) |
                    (static_cast<unsigned char>(second) & 0x3FU);
  const bool two_bytes = (static_cast<unsigned char>(first) & 0xE0U) == 0xC0U;
  const bool sign = code == 0xD7 || code == 0xF7;  // × and ÷
  return two_bytes && code >= 0xC0 && code <= 0x24F && !sign;
}

}  // namespace

std::string fault_of_name(std::string_view name) {
  if (name.empty()) return "not be empty";
  if (name.front() == ' ' || name.back() == ' ') return "not begin or end with a space";
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (is_plain(name[i])) continue;
    if (i + 1 < name.size() && is_accented(name[i], name[i + 1]))
      ++i;
    else
      return "hold only Latin letters, digits, spaces and . - _ + / ( ) & % '";
  }
  return {};
}

std::string lower_case(std::string_view name) {
  std::string lower(name);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

}  // namespace critflow
