#pragma once

#include <string>
#include <vector>

#include "critflow/base/title.hpp"
#include "critflow/io/library.hpp"

namespace critflow {

/// A kind of measure that the package knows, as `levers/levers.csv` of the library lists it. A
/// lever of a policy names it and takes over title, step and knob; its numbers are suggestions.
struct CatalogueLever {
  std::string id;  ///< `L01`
  Title title{};
  std::string r_step{};
  std::string knob{};
  std::string changes{};
  std::string applies_to{};
  std::string rule{};
  std::string shape{};
  std::string low{};
  std::string central{};
  std::string high{};
  std::string unit{};
  std::string evidence{};
  std::string source{};
  bool needs_displacement = false;  ///< a lever of this kind says what a unit saves of a new one
  std::string interactions{};
  std::string note{};
};

/// The catalogue, in its order; empty where the library has none.
/// @throws ModelFaults with everything that is wrong with the table
[[nodiscard]] std::vector<CatalogueLever> lever_catalogue(
    const Library& library = Library::of_package());

}  // namespace critflow
