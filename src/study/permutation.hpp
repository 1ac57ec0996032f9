#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace critflow {

/// Bits that depend on all of `bits` (the last step of MurmurHash3).
[[nodiscard]] constexpr std::uint32_t mixed(std::uint32_t bits) {
  bits = (bits ^ bits >> 16) * 0x85ebca6b;
  bits = (bits ^ bits >> 13) * 0xc2b2ae35;
  return bits ^ bits >> 16;
}

/// Where `index` goes in the random order of 0 .. count - 1 that `keys` choose: a Feistel network
/// over the smallest square of a power of two that holds them all, gone through again until the
/// place is among them. Nothing is stored, whatever the count up to 2^62.
[[nodiscard]] inline std::uint64_t permuted(std::uint64_t index, std::uint64_t count,
                                            const std::array<std::uint32_t, 4>& keys) {
  const auto half = (std::bit_width((count - 1) | 1) + 1) / 2;
  const std::uint32_t mask = static_cast<std::uint32_t>((std::uint64_t{1} << half) - 1);
  do {
    auto left = static_cast<std::uint32_t>(index >> half);
    auto right = static_cast<std::uint32_t>(index) & mask;
    for (const std::uint32_t key : keys) {
      const std::uint32_t turned = left ^ (mixed(right ^ key) & mask);
      left = right;
      right = turned;
    }
    index = std::uint64_t{left} << half | right;
  } while (index >= count);
  return index;
}

}  // namespace critflow
