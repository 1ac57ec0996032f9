#pragma once

#include <string>
#include <vector>

#include "critflow/indicator/ratio.hpp"

namespace critflow {

/// What becomes of a mass that leaves a recycling process.
enum class Fraction {
  material,     ///< a material, substance or product for its first or another use
  slag,         ///< converted, and used
  black_mass,   ///< an intermediate: it goes on to another step
  fuel_or_fill  ///< burned, backfilled, built into a landfill
};

/// Whether a fraction is output of recycling efficiency: materials and slag.
[[nodiscard]] bool counts_for_efficiency(Fraction fraction);

/// Whether the metal in a fraction is recovered: materials alone. Black mass is no output of
/// either.
[[nodiscard]] bool counts_for_recovery(Fraction fraction);

/// An element in what enters recycling and in what comes out as output fraction [t/a, dry].
struct ElementMass {
  std::string element;  ///< by its word: `carbon`; carbon and iron are those of the cells
  double input = 0.0;
  double output = 0.0;
};

/// Recycling efficiency of one stream of chemistry [1]:
///
///     recycling efficiency = mass of output fractions / mass of waste batteries that enter
///
/// Both dry. Input holds casings, cables, parts taken off before and cells rejected from reuse, and
/// manufacturing waste only where it is a cell, module or pack. Elements that need not be counted
/// in the year are left out of input and output, unless the recycler counts them. Not to be
/// confused with the recovery of one metal, or with what is collected. Source: Regulation (EU)
/// 2023/1542, Annex XII; Delegated Regulation (EU) 2025/606.
/// @param count_optional  whether the recycler counts the elements of `optional_elements(year)`
[[nodiscard]] Ratio recycling_efficiency(const std::vector<ElementMass>& masses, int year,
                                         bool count_optional);

}  // namespace critflow
