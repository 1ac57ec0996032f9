#pragma once

#include <string>
#include <vector>

#include "critflow/lifetime/distribution.hpp"
#include "critflow/lifetime/entry.hpp"

namespace critflow {

/// How long something lasts, by the names of the parameters that say so [a]. A parameter with years
/// varies by cohort: a cohort keeps the value of its year of entry.
struct LifetimeDescription {
  std::string name;
  Distribution distribution = Distribution::weibull;
  bool by_mean_and_sd = true;  ///< else by native parameters, in the order of `distribution.hpp`
  std::string first;           ///< parameter or number: the mean, or the first native parameter
  std::string second{};        ///< parameter or number: the sd, or the second; empty if it has none
  std::string hazard{};        ///< factor on the hazard by calendar year; empty = one
  /// Share in use at the ages 0, 1, 2, ... [a], joined by straight lines: never rising, zero at the
  /// last. Where given, it stands in the place of the distribution.
  std::vector<double> survival_by_age{};
  Entry entry = Entry::end();
};

}  // namespace critflow
