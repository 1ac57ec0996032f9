#pragma once

#include <string>
#include <vector>

#include "critflow/scenario/system.hpp"

namespace critflow {

/// A row of uncertainty over which levers of a policy are laid so that nothing of it is left: where
/// they set the number, where a floor lies above what is drawn, or a cap below it.
struct Overruled {
  std::string input;                  ///< name of the row
  double share = 0.0;                 ///< of its draws, in the place and year in which it is most
  int year = 0;                       ///< the first such year
  std::vector<std::string> levers{};  ///< those that act there then, in the order of laying
};

/// The rows of a system of whose draws levers overrule some, in their order; the share to half a
/// percent. Draws of other numbers stay at their middle: of a dirichlet, those of the other items.
[[nodiscard]] std::vector<Overruled> overruled(const System& system);

}  // namespace critflow
