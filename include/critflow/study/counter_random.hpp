#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace critflow {

/// Random numbers that are looked up rather than drawn in turn: what stands at a place depends on
/// the seed and the place alone, so any sample can be made anywhere, by itself, again.
///
/// Philox4x32-10 with the seed as key and (sample, stream) as counter; J. K. Salmon, M. A. Moraes,
/// R. O. Dror, D. E. Shaw, Parallel random numbers: as easy as 1, 2, 3 (SC11, 2011).
class CounterRandom {
 public:
  explicit CounterRandom(std::uint64_t seed) : seed_(seed) {}

  /// 128 random bits.
  [[nodiscard]] std::array<std::uint32_t, 4> bits(std::uint64_t sample, std::uint64_t stream) const;

  /// A number within zero and one and neither of them: (k + 1/2) / 2^52 for a random whole k.
  [[nodiscard]] double uniform(std::uint64_t sample, std::uint64_t stream) const;

 private:
  std::uint64_t seed_;
};

/// The stream of what has this name (FNV-1a, 64 bits): what is drawn for a parameter does not
/// change when another one is added.
[[nodiscard]] std::uint64_t stream_of(std::string_view name);

}  // namespace critflow
