#pragma once

#include <string>

namespace critflow {

/// A source that numbers come from, as `sources.csv` lists it.
struct Citation {
  std::string key;  ///< what rows name in their column `source`
  std::string text;
  std::string licence{};
  std::string link{};
};

}  // namespace critflow
