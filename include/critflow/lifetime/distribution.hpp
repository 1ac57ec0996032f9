#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "critflow/lifetime/lifetime.hpp"

namespace critflow {

/// The lifetimes that can be asked for by name, as files do.
///
/// | name            | first    | second |
/// |-----------------|----------|--------|
/// | `fixed`         | years    |        |
/// | `normal`        | mean     | sd     |
/// | `folded_normal` | mu       | sigma  |
/// | `lognormal`     | mu       | sigma  |
/// | `weibull`       | shape    | scale  |
/// | `gamma`         | shape    | scale  |
/// | `logistic`      | location | scale  |
/// | `exponential`   | mean     |        |
///
/// The meaning of each number and its unit stand at the type of the same name.
enum class Distribution {
  fixed,
  normal,
  folded_normal,
  lognormal,
  weibull,
  gamma,
  logistic,
  exponential
};

/// All of them, in the order above.
[[nodiscard]] std::span<const Distribution> distributions();

/// Its name in files, e.g. `folded_normal`.
[[nodiscard]] std::string_view name_of(Distribution distribution);

/// The names of its native parameters, one or two, as in the table above.
[[nodiscard]] std::span<const std::string_view> parameters_of(Distribution distribution);

/// @throws InvalidValue with the nearest name
[[nodiscard]] Distribution distribution_named(std::string_view name);

/// The lifetime whose ages have this mean and standard deviation [a].
///
/// A fixed lifetime has sd = 0, an exponential one sd = mean; any other value is refused there.
/// @throws InvalidValue
[[nodiscard]] Lifetime lifetime_from_mean_sd(Distribution distribution, double mean, double sd);

/// The lifetime with these native parameters; `second` stays zero where there is none.
/// @throws InvalidValue
[[nodiscard]] Lifetime lifetime_from_native(Distribution distribution, double first,
                                            double second = 0.0);

/// A lifetime for each series, with these native parameters; `second` is empty where there is none.
/// @throws InvalidValue naming the series
[[nodiscard]] std::vector<Lifetime> lifetimes_from_native(Distribution distribution,
                                                          std::span<const double> first,
                                                          std::span<const double> second = {});

/// A lifetime for each series, whose ages have these means and standard deviations [a].
/// @throws InvalidValue naming the series
[[nodiscard]] std::vector<Lifetime> lifetimes_from_mean_sd(Distribution distribution,
                                                           std::span<const double> mean,
                                                           std::span<const double> sd);

}  // namespace critflow
