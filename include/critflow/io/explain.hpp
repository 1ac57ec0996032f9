#pragma once

#include <string>
#include <vector>

#include "critflow/scenario/system.hpp"

namespace critflow {

/// Why a parameter has its value at one place in one year: the setting that holds, and the ones it
/// replaced.
struct Explanation {
  /// One number that a setting rests on.
  struct Point {
    int year = 0;  ///< 0 = for every year
    Origin origin{};
    std::string citation{};  ///< what the source is; empty for an assumption
  };
  struct Step {
    std::string by;      ///< `base`, `contents batpac-5.2`, `scenario high`, `policy x`, `code`
    std::string file;    ///< empty where it was given in code
    std::string shape;   ///< how the points are filled in: `linear`, `constant`, ...
    double value = 0.0;  ///< what this setting says, in the unit below
    std::vector<Point> points{};
  };
  std::string parameter;
  Place place{};
  int year = 0;
  double value = 0.0;
  std::string unit{};         ///< canonical
  std::vector<Step> steps{};  ///< the one that holds first, then what it replaced

  /// As lines to read.
  [[nodiscard]] std::string text() const;
};

/// @param place  one item of each dimension of the parameter
/// @throws InvalidValue where the parameter, the place or the year is not of the system
[[nodiscard]] Explanation explain(const System& system, const std::string& parameter,
                                  const Place& place, int year);

}  // namespace critflow
