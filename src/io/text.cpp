#include "text.hpp"

#include <algorithm>
#include <array>

namespace critflow {

namespace {

struct Character {
  char32_t code;
  std::size_t size;  ///< bytes; 0 = not UTF-8
};

unsigned byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

/// The character that begins at `start`. Overlong forms and surrogates are not UTF-8.
Character decode(std::string_view text, std::size_t start) {
  const unsigned first = byte_at(text, start);
  if (first < 0x80) return {first, 1};
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || start + size > text.size()) return {0, 0};
  char32_t code = first & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    const unsigned next = byte_at(text, start + i);
    if ((next & 0xC0U) != 0x80U) return {0, 0};
    code = (code << 6U) | (next & 0x3FU);
  }
  constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < smallest[size] || code > 0x10FFFF || surrogate) return {0, 0};
  return {code, size};
}

bool turns_direction(char32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

bool is_control(char32_t code) {
  const bool spacing = code == '\t' || code == '\n' || code == '\r';
  return (code < 0x20 && !spacing) || (code >= 0x7F && code < 0xA0);
}

std::string hexadecimal(unsigned byte) {
  constexpr std::string_view digits = "0123456789abcdef";
  return {'\\', 'x', digits[byte >> 4U], digits[byte & 0xFU]};
}

[[noreturn]] void refuse(std::string_view text, std::size_t offset, const std::string& file,
                         const char* what, const char* rule) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is the first line
  throw InvalidValue({.where = "",
                      .what = what,
                      .value = hexadecimal(byte_at(text, offset)),
                      .rule = rule,
                      .file = file,
                      .row = 1 + static_cast<int>(std::ranges::count(before, '\n')),
                      .column = column_of(before.substr(line_start), offset - line_start)});
}

}  // namespace

std::string legible(std::string_view text) {
  constexpr std::size_t longest = 80;
  std::string out;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++characters) {
    if (characters == longest) return out + "...";
    const Character next = decode(text, i);
    const bool shown_as_is =
        next.size > 0 && next.code >= 0x20 && !is_control(next.code) && !turns_direction(next.code);
    const std::size_t size = std::max<std::size_t>(next.size, 1);
    for (std::size_t k = i; k < i + size; ++k)
      out += shown_as_is ? std::string(1, text[k]) : hexadecimal(byte_at(text, k));
    i += size;
  }
  return out;
}

int column_of(std::string_view line, std::size_t offset) {
  const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
  return 1 + static_cast<int>(std::ranges::count_if(line.substr(0, offset), begins));
}

void require_plain_text(std::string_view text, const std::string& file) {
  for (std::size_t i = 0; i < text.size();) {
    if (const unsigned byte = byte_at(text, i); byte >= 0x20 && byte < 0x7F) {
      ++i;
      continue;
    }
    const Character next = decode(text, i);
    if (next.size == 0) refuse(text, i, file, "not UTF-8", "be saved as UTF-8");
    if (is_control(next.code))
      refuse(text, i, file, "control character", "hold none besides tab and line end");
    if (turns_direction(next.code))
      refuse(text, i, file, "character that turns the direction of reading", "hold none");
    i += next.size;
  }
}

}  // namespace critflow
