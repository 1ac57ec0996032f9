#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace critflow {

/// Some of several causes: bit i is set where cause i is among them.
using Coalition = std::uint64_t;

/// What one cause adds to a figure.
struct Contribution {
  double alone = 0.0;           ///< of the cause by itself: figure({i}) - figure({})
  double last = 0.0;            ///< to all the others: figure(all) - figure(all but i)
  double share = 0.0;           ///< what it adds on average, over all orders (Shapley 1953)
  double standard_error = 0.0;  ///< of the share; zero where it is exact
};

/// The figures that come of each coalition [coalition][figure], in the order in which they are
/// asked.
using FiguresOf =
    std::function<std::vector<std::vector<double>>(const std::vector<Coalition>& coalitions)>;

/// How many causes are told apart exactly, by 2^n coalitions, and how the others are sampled.
struct Attributing {
  int exact_up_to = 10;
  int orders = 400;  ///< sampled, in pairs of an order and its reverse
  std::uint64_t seed = 1;
};

/// What each cause adds to each figure [cause][figure]. The shares of all causes add up to
/// figure(all) - figure({}), however they work together:
///
///     share(i) = sum over S without i of |S|! (n - |S| - 1)! / n! (figure(S + i) - figure(S))
///
/// Above `exact_up_to` causes, the mean over sampled orders, each with its reverse (Castro and
/// others 2009, Computers and Operations Research 36; Mitchell and others 2022, JMLR 23), with the
/// standard error of that mean; shares then still add up. The same seed gives the same numbers.
/// @throws InvalidValue for more than 63 causes, or fewer than two pairs of orders
[[nodiscard]] std::vector<std::vector<Contribution>> attribute(int causes, const FiguresOf& figures,
                                                               const Attributing& how = {});

}  // namespace critflow
