#pragma once

#include <string>

namespace critflow {

/// What a reader calls a thing, in the two languages of the reports. Empty = its name is used.
struct Title {
  std::string en;
  std::string nl;

  [[nodiscard]] bool operator==(const Title&) const = default;
};

}  // namespace critflow
