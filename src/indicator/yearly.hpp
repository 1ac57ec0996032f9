#pragma once

#include <string>
#include <vector>

#include "critflow/solve/figures.hpp"

namespace critflow {

/// Figures of one layer by year, summed over all else.
[[nodiscard]] std::vector<double> yearly(const Figures& figures);

/// The same of what lies at one item of a dimension, which the figures have.
[[nodiscard]] std::vector<double> yearly(const Figures& figures, const std::string& dimension,
                                         const std::string& item);

}  // namespace critflow
