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
  /// Of what it makes, the share from plants that firms of third countries own, and of what it
  /// holds, the share that a government does: parameters or numbers [1]; empty = not told. They
  /// change no flow.
  std::string owned_by_third_countries{};
  std::string held_by_government{};
};

}  // namespace critflow
