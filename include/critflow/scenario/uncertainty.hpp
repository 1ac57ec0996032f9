#pragma once

#include <string>
#include <vector>

#include "critflow/base/dimension.hpp"

namespace critflow {

/// How a number may lie about its value; the numbers each takes stand in `uncertainty_numbers`.
enum class UncertaintyShape {
  uniform,           ///< low, high
  triangular,        ///< low, mode, high
  pert,              ///< low, mode, high
  normal,            ///< mean, sd
  truncated_normal,  ///< mean, sd; nothing below zero
  lognormal,         ///< mean, sd of the number itself, not of its logarithm
  beta               ///< mean, sd; within zero and one
};

/// The range of one parameter at the places it names.
struct Uncertainty {
  std::string parameter;
  Place place{};  ///< fixes the dimensions it holds for; the others are all meant
  UncertaintyShape shape = UncertaintyShape::uniform;
  std::vector<double> numbers{};  ///< in the parameter's canonical unit, or as factors on its value
  bool factor = false;
  std::string source{};
  std::string note{};
  std::string file{};
  int row = 0;
};

/// The shape of that name in files.
/// @throws InvalidValue with the nearest name
[[nodiscard]] UncertaintyShape uncertainty_shape_named(const std::string& name);

/// What the numbers of a shape are called, in order.
[[nodiscard]] const std::vector<std::string>& uncertainty_numbers(UncertaintyShape shape);

/// The numbers, where they make sense for the shape.
/// @throws InvalidValue naming the number and the rule
void require_uncertainty_numbers(UncertaintyShape shape, const std::vector<double>& numbers);

}  // namespace critflow
