#include "critflow/base/unit.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/base/nearest_name.hpp"

namespace critflow {

namespace {

struct NamedUnit {
  std::string_view name;
  Unit unit;
};

constexpr Measure mass{.mass = 1};
constexpr Measure energy{.energy = 1};
constexpr Measure count{.count = 1};
constexpr std::array named_units{
    NamedUnit{"g", {mass, 1e-6}},
    NamedUnit{"kg", {mass, 1e-3}},
    NamedUnit{"t", {mass, 1.0}},
    NamedUnit{"kt", {mass, 1e3}},
    NamedUnit{"Mt", {mass, 1e6}},
    NamedUnit{"Wh", {energy, 1e-3}},
    NamedUnit{"kWh", {energy, 1.0}},
    NamedUnit{"MWh", {energy, 1e3}},
    NamedUnit{"GWh", {energy, 1e6}},
    NamedUnit{"TWh", {energy, 1e9}},
    NamedUnit{"unit", {count, 1.0}},
    NamedUnit{"units", {count, 1.0}},
    NamedUnit{"thousand units", {count, 1e3}},
    NamedUnit{"million units", {count, 1e6}},
    NamedUnit{"a", {{.time = 1}, 1.0}},
    NamedUnit{"EUR", {{.money = 1}, 1.0}},
    NamedUnit{"1", {{}, 1.0}},
    NamedUnit{"%", {{}, 1e-2}},
};

/// Two-letter units are too short for `nearest_name`; there only the case is likely to be wrong.
std::string nearest_unit(std::string_view text) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  std::vector<std::string> names;
  for (const NamedUnit& known : named_units) {
    if (std::ranges::equal(text, known.name, {}, lower, lower)) return std::string(known.name);
    names.emplace_back(known.name);
  }
  return nearest_name(text, names);
}

Unit single_unit(std::string_view part, std::string_view whole) {
  const auto found = std::ranges::find(named_units, part, &NamedUnit::name);
  if (found != named_units.end()) return found->unit;
  throw InvalidValue({.where = "unit",
                      .what = whole.empty() ? "unit missing" : "unknown unit",
                      .value = std::string(whole),
                      .rule = "be made of g, kg, t, kt, Mt, Wh, kWh, MWh, GWh, TWh, units, "
                              "thousand units, million units, a, EUR, 1, % and strokes",
                      .nearest = nearest_unit(part)});
}

void append(std::string& text, std::string_view name, int times) {
  for (int i = 0; i < times; ++i)
    text += (text.empty() || text.back() == '/' ? "" : " ") + std::string(name);
}

}  // namespace

Measure operator*(const Measure& a, const Measure& b) {
  return {a.mass + b.mass, a.energy + b.energy, a.count + b.count, a.time + b.time,
          a.money + b.money};
}

Measure operator/(const Measure& a, const Measure& b) {
  return {a.mass - b.mass, a.energy - b.energy, a.count - b.count, a.time - b.time,
          a.money - b.money};
}

Unit parse_unit(std::string_view text) {
  std::string_view rest = text;
  const auto next_part = [&] {
    const auto part = rest.substr(0, rest.find('/'));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    return single_unit(part, text);
  };
  Unit unit = next_part();
  while (!rest.empty() || text.back() == '/') {
    const Unit divisor = next_part();
    unit = {unit.measure / divisor.measure, unit.factor / divisor.factor};
    if (rest.empty()) break;
  }
  return unit;
}

std::string canonical_unit(const Measure& measure) {
  const std::array parts{std::pair{"t", measure.mass}, std::pair{"kWh", measure.energy},
                         std::pair{"units", measure.count}, std::pair{"a", measure.time},
                         std::pair{"EUR", measure.money}};
  std::string text;
  for (const auto& [name, power] : parts) append(text, name, power);
  if (text.empty()) text = "1";
  for (const auto& [name, power] : parts)
    for (int i = 0; i < -power; ++i) text += std::string("/") + name;
  return text;
}

std::string shown(double value, std::string_view unit) {
  return unit == "1" ? shown(value) : shown(value) + " " + std::string(unit);
}

}  // namespace critflow
