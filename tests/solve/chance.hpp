#pragma once

#include <cstdint>
#include <random>

/// Numbers that look drawn and are the same on every machine.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}

  [[nodiscard]] double between(double low, double high) {
    return low + (high - low) * static_cast<double>(engine_() >> 11U) * 0x1p-53;
  }
  /// 0 to count - 1
  [[nodiscard]] int below(int count) {
    return static_cast<int>(engine_() % static_cast<std::uint64_t>(count));
  }
  [[nodiscard]] bool happens(double share) { return between(0.0, 1.0) < share; }

 private:
  std::mt19937_64 engine_;
};
