#pragma once

#include <cstddef>

namespace critflow {

/// An index as containers count: ours are `int`, so that differences of two may be negative.
[[nodiscard]] constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace critflow
