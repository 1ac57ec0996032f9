#pragma once

#include <span>
#include <string>
#include <vector>

#include "critflow/base/dimension.hpp"
#include "critflow/scenario/system.hpp"

namespace critflow {

/// What a parameter is in each sample of a study: at all its cells at `place`. Several draws may
/// touch one cell: each acts on what the one before it left.
///
/// A draw acts on the number as it is without levers, and the levers of the system are laid over
/// what was drawn: a floor gives the larger of both, and where a lever sets a number no draw does.
struct Draw {
  std::string parameter;
  Place place{};
  /// [sample], the same in every year, or [sample][year], in the parameter's canonical unit; where
  /// they multiply, factors [1]. Only a parameter that varies over the years may be drawn by year.
  std::vector<double> values{};
  /// Acts as a factor on what is there; else stands in its place.
  bool multiplies = false;
};

/// The system of one sample: its parameters are as the draws and the levers leave them, and its
/// runs have the bits that the sample has among the others.
/// @param samples  for which the draws have values
/// @throws InvalidValue where a draw names nothing, has not one value for each sample (or sample
///         and year), has one that is not a number, or is by year where its parameter is constant
/// @throws ModelFaults where a value is outside its domain
[[nodiscard]] System drawn(const System& system, std::span<const Draw> draws, int samples,
                           int sample);

}  // namespace critflow
