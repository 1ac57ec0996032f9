#pragma once

#include <optional>
#include <string>
#include <vector>

#include "critflow/scenario/system.hpp"

namespace critflow {

/// Why a parameter has its value at one place in one year: the setting that holds, the levers under
/// it, and the ones it replaced.
struct Explanation {
  /// One number that a setting rests on.
  struct Point {
    int year = 0;  ///< 0 = for every year
    Origin origin{};
    std::string citation{};  ///< what the source is; empty for an assumption
  };
  struct Step {
    std::string by;      ///< `base`, `contents batpac-5.2`, `scenario high`, `lever x of policy y`
    std::string file;    ///< empty where it was given in code
    std::string shape;   ///< how the points are filled in: `linear`, `constant`; how a lever acts
    double value = 0.0;  ///< what this setting says, in the unit below
    std::vector<Point> points{};     ///< of a lever: of its own value
    std::optional<double> factor{};  ///< how far a lever has come in that year; none = no lever
    std::string legal_status{};      ///< of a lever
  };
  std::string parameter;
  Place place{};
  int year = 0;
  double value = 0.0;
  std::string unit{};  ///< canonical
  /// The one that holds first, then what it was laid over or replaced.
  std::vector<Step> steps{};

  /// As lines to read.
  [[nodiscard]] std::string text() const;
};

/// @param place  one item of each dimension of the parameter
/// @throws InvalidValue where the parameter, the place or the year is not of the system
[[nodiscard]] Explanation explain(const System& system, const std::string& parameter,
                                  const Place& place, int year);

}  // namespace critflow
