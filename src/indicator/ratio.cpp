#include "critflow/indicator/ratio.hpp"

#include <utility>

#include "critflow/base/fault.hpp"

namespace critflow {

Ratio ratio(double part, double whole, const std::string& whole_is) {
  Ratio share{.part = require_finite(part, whole_is), .whole = require_finite(whole, whole_is)};
  if (whole > 0.0)
    share.value = part / whole;
  else
    share.reason = "no " + whole_is;
  return share;
}

Ratio no_ratio(std::string reason) { return {.reason = std::move(reason)}; }

}  // namespace critflow
