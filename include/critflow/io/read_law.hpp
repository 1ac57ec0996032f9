#pragma once

#include <string>

#include "critflow/io/library.hpp"
#include "critflow/policy/law.hpp"

namespace critflow {

/// The law of a version: the table `law/<version>.csv` of the library. Its columns are named like
/// the fields of `Target`; thresholds stand in the unit beside them and are read as canonical ones.
/// @throws InvalidValue with the nearest version
/// @throws ModelFaults listing everything that is wrong with the table
[[nodiscard]] Law read_law(const std::string& version,
                           const Library& library = Library::of_package());

}  // namespace critflow
