#pragma once

#include "bytes.hpp"
#include "critflow/study/study_part.hpp"

namespace critflow {

void put(ByteWriter& to, const StudyPart& part);

/// @throws InvalidValue where the bytes hold something else
[[nodiscard]] StudyPart get_part(ByteReader& from, const StudyShape& shape);

}  // namespace critflow
