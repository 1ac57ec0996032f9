#pragma once

#include <string>
#include <vector>

#include "critflow/base/dimension.hpp"
#include "critflow/base/title.hpp"
#include "critflow/network/process.hpp"

namespace critflow {

/// A process of the drawing, before it is expanded: one instance per place of `dimensions`, and in
/// each instance one vertex per layer.
struct ProcessDescription {
  std::string name;
  AnyProcess kind;
  Dimensions dimensions{};            ///< with the items that exist here, in the system's order
  std::vector<std::string> layers{};  ///< empty = all layers of the system
  Title title{};
};

}  // namespace critflow
