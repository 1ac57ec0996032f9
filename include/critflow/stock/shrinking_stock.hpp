#pragma once

namespace critflow {

/// What happens where a prescribed stock falls by more than leaves at the end of its life.
enum class ShrinkingStock {
  refuse,         ///< an error that names the year and the surplus
  retire_early,   ///< every older cohort is cut by the same factor, for ever; that leaves too
  allow_negative  ///< the surplus as a negative inflow: for research only
};

}  // namespace critflow
