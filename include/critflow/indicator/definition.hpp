#pragma once

#include <string>
#include <vector>

#include "critflow/base/title.hpp"

namespace critflow {

/// What a figure means, in a line each: the whole of a rate is half of its meaning.
struct Definition {
  std::string name;
  Title title;
  std::string unit;
  std::string formula;
  std::string whole{};         ///< what the amount is compared with; empty for an amount
  std::string not_to_confuse;  ///< the figure that it is most easily taken for, and how they differ
  std::string source{};        ///< where the definition stands; empty = it is of this library
};

/// All figures that are computed from a run, and all that laws set a threshold for.
[[nodiscard]] const std::vector<Definition>& definitions();

/// The definition of that name.
/// @throws InvalidValue with the nearest name
[[nodiscard]] const Definition& definition(const std::string& name);

}  // namespace critflow
