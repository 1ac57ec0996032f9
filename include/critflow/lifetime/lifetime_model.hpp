#pragma once

#include <concepts>
#include <limits>

namespace critflow {

/// Anything that says which share of a cohort is still in use at a given age [a]: one before the
/// first unit leaves, never rising, never below zero. A type of your own needs no more than this.
template <class T>
concept LifetimeModel = requires(const T& lifetime, double age) {
  { lifetime.survival(age) } -> std::convertible_to<double>;
};

/// A lifetime that also says which share leaves between two ages [a], survival(from) -
/// survival(to), without the digits that the subtraction loses where nearly all is in use.
template <class T>
concept LeavingModel = LifetimeModel<T> && requires(const T& lifetime, double from, double to) {
  { lifetime.leaving(from, to) } -> std::convertible_to<double>;
};

/// The `from` of `leaving` for everything up to an age: leaving(before_entry, a) = 1 - survival(a).
inline constexpr double before_entry = -std::numeric_limits<double>::infinity();

/// Share that leaves between the ages `from` and `to` [a], for any model.
template <LifetimeModel Model>
[[nodiscard]] double leaving_between(const Model& lifetime, double from, double to) {
  if constexpr (LeavingModel<Model>)
    return lifetime.leaving(from, to);
  else
    return (from == before_entry ? 1.0 : lifetime.survival(from)) - lifetime.survival(to);
}

}  // namespace critflow
