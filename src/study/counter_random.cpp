#include "critflow/study/counter_random.hpp"

#include <Random123/philox.h>

namespace critflow {

namespace {

constexpr std::uint32_t low_half(std::uint64_t bits) { return static_cast<std::uint32_t>(bits); }
constexpr std::uint32_t high_half(std::uint64_t bits) { return low_half(bits >> 32); }

}  // namespace

std::array<std::uint32_t, 4> CounterRandom::bits(std::uint64_t sample, std::uint64_t stream) const {
  const r123::Philox4x32::ctr_type place{
      {low_half(sample), high_half(sample), low_half(stream), high_half(stream)}};
  const auto found =
      r123::Philox4x32()(place, r123::Philox4x32::key_type{{low_half(seed_), high_half(seed_)}});
  return {found[0], found[1], found[2], found[3]};
}

double CounterRandom::uniform(std::uint64_t sample, std::uint64_t stream) const {
  const auto found = bits(sample, stream);
  const std::uint64_t whole = (std::uint64_t{found[1]} << 32 | found[0]) >> 12;
  return (static_cast<double>(whole) + 0.5) * 0x1p-52;
}

std::uint64_t stream_of(std::string_view name) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char letter : name) {
    hash ^= static_cast<unsigned char>(letter);
    hash *= 0x100000001b3;
  }
  return hash;
}

}  // namespace critflow
