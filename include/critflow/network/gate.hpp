#pragma once

#include <string>

namespace critflow {

class Builder;

/// Passes at most a capacity of its lead layer: `done = min(in, capacity)`, the rest goes
/// elsewhere. Every other layer is cut by the same share done / in (one where nothing comes).
struct Gate {
  std::string capacity;  ///< parameter or number [layer/a]
  std::string lead;      ///< layer in which the capacity is measured

  void describe(Builder& builder) const;
};

}  // namespace critflow
