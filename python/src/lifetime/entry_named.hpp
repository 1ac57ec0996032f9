#pragma once

#include <charconv>
#include <string>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/base/nearest_name.hpp"
#include "critflow/lifetime/entry.hpp"

namespace critflow {

/// The entry whose name this is: `start`, `middle`, `end` or `spread n` with n points.
/// @throws InvalidValue with the nearest name
[[nodiscard]] inline Entry entry_named(const std::string& name) {
  if (name == "start") return Entry::start();
  if (name == "middle") return Entry::middle();
  if (name == "end") return Entry::end();
  const std::string spread = "spread ";
  int points = 0;
  const char* const end = name.data() + name.size();
  if (name.starts_with(spread) &&
      std::from_chars(name.data() + spread.size(), end, points).ptr == end)
    return Entry::spread(points);
  throw InvalidValue({.where = "entry",
                      .what = "unknown entry",
                      .value = name,
                      .rule = "be start, middle, end, or spread with 2 to 10 points: 'spread 6'",
                      .nearest = nearest_name(name, {"start", "middle", "end", "spread 6"})});
}

}  // namespace critflow
