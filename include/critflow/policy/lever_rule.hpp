#pragma once

#include "critflow/base/lanes.hpp"
#include "critflow/scenario/lever.hpp"

namespace critflow {

/// What one lever makes of a number, with its value x and its factor f in that year:
///
///     set       x where f > 0
///     blend     x_ref + f (x - x_ref)
///     multiply  x_ref (1 + f (x - 1))
///     floor     max(x_ref, f x)
///     cap       x_ref + f (x - x_ref) where x_ref > x, else x_ref
///
/// At f = 0 it is x_ref and at f = 1, where the lever binds, exactly what the rule asks. A cap with
/// f x as its bound would be tightest when it begins; so it comes down from what was.
template <Real R>
[[nodiscard]] R changed(LeverRule rule, const R& reference, double value, double factor);

}  // namespace critflow
