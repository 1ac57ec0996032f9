#pragma once

#include <cmath>
#include <cstddef>
#include <random>
#include <vector>

/// Numbers over some orders of size, about a tenth of them below zero, the same at every call.
inline std::vector<double> some_numbers(std::size_t count) {
  std::mt19937_64 chance(20260826);
  std::normal_distribution<double> size(2.0, 1.5);
  std::uniform_real_distribution<double> sign(-0.1, 0.9);
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i)
    values.push_back(std::copysign(std::exp(size(chance)), sign(chance)));
  return values;
}
