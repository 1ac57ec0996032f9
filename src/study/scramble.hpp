#pragma once

#include <cstdint>

namespace critflow {

[[nodiscard]] constexpr std::uint32_t reversed(std::uint32_t bits) {
  bits = bits >> 16 | bits << 16;
  bits = (bits & 0xff00ff00) >> 8 | (bits & 0x00ff00ff) << 8;
  bits = (bits & 0xf0f0f0f0) >> 4 | (bits & 0x0f0f0f0f) << 4;
  bits = (bits & 0xcccccccc) >> 2 | (bits & 0x33333333) << 2;
  return (bits & 0xaaaaaaaa) >> 1 | (bits & 0x55555555) << 1;
}

/// Owen's scrambling of a binary fraction: each digit is turned or not by what `key` says of all
/// the digits before it, so that the points stay as even as they were and become random. By the
/// hash of S. Laine and T. Karras, with the constants of N. Vegdahl: it works from the last digit
/// up.
[[nodiscard]] constexpr std::uint32_t scrambled(std::uint32_t fraction, std::uint32_t key) {
  std::uint32_t bits = reversed(fraction);
  bits ^= bits * 0x3d20adea;
  bits += key;
  bits *= key >> 16 | 1;
  bits ^= bits * 0x05526c56;
  bits ^= bits * 0x53a22864;
  return reversed(bits);
}

}  // namespace critflow
