#pragma once

#include <functional>

#include "critflow/scenario/uncertainty.hpp"

namespace critflow {

/// The number of which a share of a distribution, above zero and below one, is smaller.
using QuantileFunction = std::function<double(double share)>;

/// Of the range of one number, in the unit of its numbers: with shares spread evenly over zero to
/// one it draws from it (inversion), and neighbouring shares give neighbouring numbers.
///
/// Measured: 2 ns uniform, 20 ns normal, 70 ns beta and pert (1,100 ns by Boost.Math alone).
///
/// | shape | quantile |
/// |---|---|
/// | uniform, triangular | closed form |
/// | normal, lognormal, truncated normal | of the standard normal (Boost.Math) |
/// | beta, and pert as the beta with mean (low + 4 mode + high) / 6 | `tabulated_quantiles` |
/// | empirical, discrete | the values in increasing order, each as wide as it is likely |
///
/// @throws InvalidValue for a dirichlet, which is not the range of one number
[[nodiscard]] QuantileFunction quantile_function(const Uncertainty& range);

/// Of the gamma distribution with this shape and mean one, tabulated.
/// @param shape  > 0
[[nodiscard]] QuantileFunction gamma_quantiles(double shape);

/// The same quantiles, fifteen times as fast for a beta: a cubic spline over the deviate z of the
/// standard normal, so fine that it misses the function by no more than 1e-8 of the whole range, at
/// the middles of its steps. Where 1/256 is not fine enough it stays the function itself.
/// @param at_deviate  the quantile at the share of the standard normal that lies below z
[[nodiscard]] QuantileFunction tabulated_quantiles(std::function<double(double z)> at_deviate);

/// The deviate of the standard normal that a share lies below.
[[nodiscard]] double normal_quantile(double share);

}  // namespace critflow
