#include "critflow/policy/battery_category.hpp"

#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

constexpr double heaviest_light_transport = 25.0;
constexpr double heaviest_portable = 5.0;

}  // namespace

std::string_view name_of(BatteryCategory category) {
  switch (category) {
    case BatteryCategory::portable:
      return "portable";
    case BatteryCategory::LMT:
      return "LMT";
    case BatteryCategory::SLI:
      return "SLI";
    case BatteryCategory::EV:
      return "EV";
    case BatteryCategory::industrial:
      break;
  }
  return "industrial";
}

BatteryCategory battery_category(const BatteryUse& use) {
  using Traction = BatteryUse::Traction;
  require_positive(use.mass, "battery.mass");
  if (use.repurposed) return BatteryCategory::industrial;
  const bool light = use.mass <= heaviest_light_transport;
  if (use.traction == Traction::vehicle) return BatteryCategory::EV;
  if (use.traction == Traction::light_vehicle && !light) return BatteryCategory::EV;
  if (use.traction != Traction::none && light && use.sealed) return BatteryCategory::LMT;
  if (use.starts_or_lights) return BatteryCategory::SLI;
  const bool portable = use.mass <= heaviest_portable && use.sealed && !use.for_industry;
  return portable ? BatteryCategory::portable : BatteryCategory::industrial;
}

}  // namespace critflow
