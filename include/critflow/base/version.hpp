#pragma once

#include <string_view>

namespace critflow {

/// The version of this library, `major.minor.patch`: what `run.json` records.
[[nodiscard]] std::string_view version();

}  // namespace critflow
