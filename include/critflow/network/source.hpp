#pragma once

#include <string>

namespace critflow {

class Builder;

/// Pushes a known amount into the system, by layer where the parameter has that dimension.
struct Source {
  std::string amount;  ///< parameter or number [layer/a]

  void describe(Builder& builder) const;
};

/// Beyond the system: takes whatever comes and gives whatever is asked.
struct Outside {
  void describe(Builder& builder) const;
};

}  // namespace critflow
