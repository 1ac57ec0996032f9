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
  beta,              ///< mean, sd; within zero and one
  empirical,         ///< each of the values as likely as the others
  discrete,          ///< each of the values by its weight
  dirichlet          ///< concentration; shares about theirs, summing to one over a dimension
};

/// The range of one parameter at the places it names.
struct Uncertainty {
  std::string parameter;
  Place place{};  ///< fixes the dimensions it holds for; the others are all meant
  UncertaintyShape shape = UncertaintyShape::uniform;
  std::vector<double> numbers{};  ///< in the parameter's canonical unit, or as factors on its value
  std::vector<double> weights{};  ///< of the numbers, where the shape is discrete; in any measure
  std::string over{};             ///< the dimension that shares sum to one over, of a dirichlet
  bool factor = false;
  std::string source{};
  std::string note{};
  std::string file{};
  int row = 0;

  /// `collection.rate[category=EV]`: what the row is called in other tables and in results.
  [[nodiscard]] std::string name() const;
};

/// How two rows of uncertainty go together: the rank correlation (Spearman's) of what they draw.
struct RankCorrelation {
  int first = 0;  ///< which row of uncertainty
  int second = 0;
  double value = 0.0;  ///< above -1 and below 1
  std::string source{};
  std::string note{};
  std::string file{};
  int row = 0;
};

/// The shape of that name in files.
/// @throws InvalidValue with the nearest name
[[nodiscard]] UncertaintyShape uncertainty_shape_named(const std::string& name);

/// What the numbers of a shape are called, in order; none where it takes a list of values.
[[nodiscard]] const std::vector<std::string>& uncertainty_numbers(UncertaintyShape shape);

/// Whether a shape takes a list of values.
[[nodiscard]] bool takes_values(UncertaintyShape shape);

/// @throws InvalidValue, naming the number and the rule, unless the numbers make sense for the
/// shape
void require_uncertainty_numbers(UncertaintyShape shape, const std::vector<double>& numbers,
                                 const std::vector<double>& weights = {});

}  // namespace critflow
