#pragma once

#include <boost/math/tools/toms748_solve.hpp>
#include <cstdint>
#include <utility>

namespace critflow {

/// The two ends, `precision` of the upper one apart, between which a continuous function changes
/// sign (Alefeld, Potra, Shi 1995, ACM TOMS 748).
/// @param low, high    where it has the signs of `below` and `above`, which differ
template <class Function>
[[nodiscard]] std::pair<double, double> bracketed_search(Function function, double low, double high,
                                                         double below, double above,
                                                         double precision) {
  std::uintmax_t rounds = 200;
  const auto near = [&](double a, double b) { return b - a <= precision * b; };
  return boost::math::tools::toms748_solve(function, low, high, below, above, near, rounds);
}

}  // namespace critflow
