#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "critflow/scenario/series.hpp"

namespace critflow {

/// How well a number is known.
enum class Evidence {
  verified,   ///< stands in the source
  derived,    ///< computed from what stands there
  assumption  ///< chosen by who wrote the scenario
};

/// Its word in files and reports.
[[nodiscard]] std::string_view name_of(Evidence evidence);

/// Where one number comes from.
struct Origin {
  int row = 0;         ///< line in the file, from 1; 0 = given in code
  double given = 0.0;  ///< the number as written, in `unit`
  std::string unit{};
  std::string source{};  ///< key of a citation, or the word `assumption`
  std::string note{};
  Evidence evidence = Evidence::assumption;
};

/// What fixes the values of one cell of a parameter, until a later setting replaces it.
struct Setting {
  std::string
      by;  ///< `base`, `contents batpac-5.2`, `scenario high`, `lever x of policy y`, `code`
  std::string file;  ///< inside the scenario folder; empty where it was given in code
  Series series;     ///< in the parameter's canonical unit
  /// One per point of the series; one for a logistic curve; those of its value for a lever.
  std::vector<Origin> origins{};
  std::string lever{};  ///< name of the lever that made it from the setting before; empty = none
};

}  // namespace critflow
