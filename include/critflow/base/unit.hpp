#pragma once

#include <string>
#include <string_view>

namespace critflow {

/// What a number counts: the powers of mass, energy, count, time and money in its unit.
struct Measure {
  int mass = 0;
  int energy = 0;
  int count = 0;
  int time = 0;
  int money = 0;

  [[nodiscard]] bool operator==(const Measure&) const = default;
};

[[nodiscard]] Measure operator*(const Measure& a, const Measure& b);
[[nodiscard]] Measure operator/(const Measure& a, const Measure& b);

/// A unit as files write it: what it measures, and how many canonical units it is. The canonical
/// units are t, kWh, units, a, EUR and 1; inside the library every number is in these.
struct Unit {
  Measure measure{};
  double factor = 1.0;

  [[nodiscard]] bool operator==(const Unit&) const = default;
};

/// Reads a unit: mass `g kg t kt Mt`, energy `Wh kWh MWh GWh TWh`, count `unit units`, `thousand
/// units`, `million units`, time `a` (years), money `EUR`, shares `1` and `%`, and quotients of
/// them such as `kg/kWh`, `kt/a`, `1/a`, `t/unit/a` (each part after a stroke divides).
/// @throws InvalidValue with the nearest name
[[nodiscard]] Unit parse_unit(std::string_view text);

/// The canonical unit of a measure: `t`, `kWh/units`, `1/a`, `1`.
[[nodiscard]] std::string canonical_unit(const Measure& measure);

/// `value` with its unit, as in `12 kt/a`; the unit `1` is left out.
[[nodiscard]] std::string shown(double value, std::string_view unit);

}  // namespace critflow
