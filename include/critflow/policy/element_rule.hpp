#pragma once

#include <string>
#include <vector>

namespace critflow {

/// The elements that a recycler may leave out of a recycling efficiency in a year, in input and
/// output alike; all others must be counted. Carbon and iron are those of the cells.
///
/// Until 2029: oxygen, carbon, iron, phosphorus, chlorine, sulphur. From 2030: oxygen, chlorine,
/// sulphur. So efficiencies before and after are different numbers: for LFP the denominator grows
/// in the very year in which the target rises.
///
/// Source: Delegated Regulation (EU) 2025/606, Annex, section 2.
[[nodiscard]] const std::vector<std::string>& optional_elements(int year);

}  // namespace critflow
