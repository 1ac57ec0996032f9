#pragma once

#include <string_view>

namespace critflow {

/// The categories of Regulation (EU) 2023/1542, Article 3(1)(9) to (14).
enum class BatteryCategory { portable, LMT, SLI, EV, industrial };

[[nodiscard]] std::string_view name_of(BatteryCategory category);

/// What decides the category of a battery.
struct BatteryUse {
  enum class Traction { none, vehicle, light_vehicle, light_transport };

  double mass = 0.0;                   ///< [kg]
  Traction traction = Traction::none;  ///< M, N, O; category L; wheeled light transport without L
  bool starts_or_lights = false;       ///< starting, lighting, ignition, auxiliary
  bool for_industry = false;           ///< designed for industrial use
  bool repurposed = false;             ///< prepared for another use than its first
  bool sealed = true;
};

/// The category: what was repurposed is industrial whatever it was before; traction of vehicles,
/// and of category L above 25 kg, is EV; of category L up to 25 kg and of light transport, sealed,
/// LMT; starting and lighting SLI; the rest industrial where it was designed for that, is heavier
/// than 5 kg or is not sealed, else portable.
///
/// Not to be confused with the product: a battery of a car that stores solar power is industrial.
/// @throws InvalidValue unless the mass is above zero
[[nodiscard]] BatteryCategory battery_category(const BatteryUse& use);

}  // namespace critflow
