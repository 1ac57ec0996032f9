#pragma once

#include <string>

#include "critflow/scenario/system.hpp"

namespace critflow {

/// The resolved system as one text: everything that decides a result, nothing that does not. Lines
/// are sorted, numbers are the shortest that read back, values are written for every year. Two
/// folders with the same text give the same results; its hash names a run.
///
/// Left out are titles, notes, sources, parameters that nothing reads, and the order of entries
/// that has no meaning. A process of a kind that the library does not know is refused: the text
/// cannot say what it does.
/// @throws InvalidValue
[[nodiscard]] std::string canonical_text(const System& system);

}  // namespace critflow
