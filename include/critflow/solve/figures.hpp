#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "critflow/base/dimension.hpp"

namespace critflow {

/// Numbers with named dimensions, as results come: the year first, the layer last where there is
/// one, row-major. A number that could not be computed is not there at all, never NaN.
struct Figures {
  std::string name;
  Dimensions dimensions{};
  std::vector<std::string> units{};  ///< one for all, or one for each item of the dimension `layer`
  std::vector<double> values{};
  std::vector<std::uint8_t> absent{};  ///< 1 where there is no value; empty = all are there

  /// Whether there is a number at a position.
  [[nodiscard]] bool given(std::size_t position) const {
    return absent.empty() || absent[position] == 0;
  }
  /// The number at a place that fixes every dimension: `at({{{"year", "2040"}}})`.
  /// @throws InvalidValue where the place does not, or where there is none
  [[nodiscard]] double at(const Place& place) const;
  /// Summed over a dimension, which must not be `layer`: two layers are never added. A sum with an
  /// absent part is absent.
  /// @throws InvalidValue
  [[nodiscard]] Figures sum(const std::string& dimension) const;
  /// The part with one item of a dimension, without that dimension.
  /// @throws InvalidValue with the nearest item
  [[nodiscard]] Figures select(const std::string& dimension, const std::string& item) const;
};

}  // namespace critflow
