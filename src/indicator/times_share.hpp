#pragma once

#include <string>

#include "critflow/scenario/system.hpp"
#include "critflow/solve/figures.hpp"

namespace critflow {

/// Figures by year, each times a share of the system at its place and year: a number, a parameter
/// or a derived one, whose dimensions the figures have.
[[nodiscard]] Figures times_share(Figures figures, const System& system, const std::string& share);

}  // namespace critflow
