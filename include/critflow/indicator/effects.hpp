#pragma once

#include <optional>
#include <string>
#include <vector>

namespace critflow {

/// An amount with the factor that turns it into an effect: tonnes with kg CO2-eq per tonne, for
/// example. Without a factor there is no effect, which is not the same as none.
struct EffectPart {
  std::string of;  ///< material and route
  double amount = 0.0;
  std::optional<double> factor{};
};

/// The sum of amount * factor, where every amount that is not zero has a factor.
struct Effect {
  std::optional<double> value{};
  std::vector<std::string> without_factor{};
};

/// An effect of one year, in the unit of the factors times that of the amounts. Jobs are gross and
/// greenhouse gases world-wide unless the factors say otherwise: the caller says which.
[[nodiscard]] Effect effect(const std::vector<EffectPart>& parts);

/// An effect avoided against a reference that renders the same service: reference - option. Without
/// value where either is.
/// @throws InvalidValue where the services differ by more than one part in a million
[[nodiscard]] Effect effect_avoided(const Effect& reference, double reference_service,
                                    const Effect& option, double option_service);

}  // namespace critflow
