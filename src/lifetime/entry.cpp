#include "critflow/lifetime/entry.hpp"

#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>

#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

/// Legendre polynomials of degree `degree` and the one below, at `x`.
std::pair<double, double> legendre(int degree, double x) {
  double below = 1.0;
  double here = x;
  for (int n = 2; n <= degree; ++n)
    below = std::exchange(here, ((2 * n - 1) * x * here - (n - 1) * below) / n);
  return {here, below};
}

/// Newton's way from the Chebyshev points to the zeros of (1 - x^2) P'(x), in [-1, 1].
double lobatto_node(int degree, int index) {
  double x = -std::cos(std::numbers::pi * index / degree);
  for (int i = 0; i < 20; ++i) {
    const auto [here, below] = legendre(degree, x);
    x -= (x * here - below) / ((degree + 1) * here);
  }
  return x;
}

}  // namespace

Entry::Entry(std::string name, std::vector<Point> points)
    : name_(std::move(name)), points_(std::move(points)) {}

Entry Entry::start() { return {"start", {{0.0, 1.0}}}; }
Entry Entry::middle() { return {"middle", {{0.5, 1.0}}}; }
Entry Entry::end() { return {"end", {{1.0, 1.0}}}; }

Entry Entry::spread(int points) {
  if (points < 2 || points > 10)
    throw InvalidValue({.where = "entry.spread",
                        .what = "not a number of points",
                        .value = std::to_string(points),
                        .rule = "be from 2 to 10"});
  const int degree = points - 1;
  std::vector<Point> all(static_cast<std::size_t>(points));
  for (int i = 0; 2 * i <= degree; ++i) {
    // Both halves from one node, so that they mirror each other to the bit.
    const double node = 2 * i == degree ? 0.0 : lobatto_node(degree, i);
    const double height = legendre(degree, node).first;
    const double share = 1.0 / (points * degree * height * height);
    all[static_cast<std::size_t>(i)] = {0.5 + 0.5 * node, share};
    all[static_cast<std::size_t>(degree - i)] = {0.5 - 0.5 * node, share};
  }
  return {"spread " + std::to_string(points), std::move(all)};
}

}  // namespace critflow
