#pragma once

#include <vector>

#include "critflow/lifetime/lifetime.hpp"

namespace critflow {

/// Those of many series, as one object: in a list Python would hold an object for each.
struct Lifetimes {
  std::vector<Lifetime> each;
};

}  // namespace critflow
