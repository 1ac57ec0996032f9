#pragma once

#include <string>
#include <vector>

#include "critflow/base/dimension.hpp"
#include "critflow/scenario/system.hpp"

namespace critflow {

/// What a share must be in one year for a published figure to be met.
struct CalibratedYear {
  int year = 0;
  double share = 0.0;
  double published = 0.0;  ///< in the unit of the observation
  double before = 0.0;     ///< what the system said before it was calibrated
  std::string source{};    ///< of the published figure
};

/// A share such that a published series is met: `system.replace(parameter, place, share)`.
struct Calibrated {
  Series share;
  std::vector<CalibratedYear> years{};
};

/// Solves a share that nobody has measured (a collection rate, a share exported) from a series that
/// somebody has: in each published year, in order,
///
///     modelled(run with share(year), observation) = published
///
/// Between published years the share goes in straight lines; before the first and after the last it
/// is as before, or where it was constant, holds. A year is decided by the years up to it, so
/// each is solved once, by a bracketed search (Alefeld, Potra, Shi 1995, ACM TOMS 748) that closes
/// in on the share to 1e-12 of it.
///
/// @param place         the cells that are meant; all of them get the same share
/// @param observations  name of the published series, among the observations of the system
/// @throws InvalidValue where a name is wrong or the parameter is not a share
/// @throws ModelFaults  naming every year in which the share would leave what it may be, or does
/// not
///                      decide the figure
[[nodiscard]] Calibrated calibrate(const System& system, const std::string& parameter,
                                   const Place& place, const std::string& observations);

}  // namespace critflow
