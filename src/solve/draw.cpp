#include "critflow/solve/draw.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "bound_draws.hpp"
#include "critflow/policy/lay_levers.hpp"

namespace critflow {

namespace {

/// A draw as a setting of its cell, on what is there without levers and below these.
void set(Parameter& parameter, int cell, const Draw& draw, std::span<const double> values,
         const Years& years) {
  const std::span<const Setting> in_force = parameter.settings_in_force(cell);
  const Series& before = in_force.front().series;
  std::vector<YearValue> points;
  for (int step = 0; step < (parameter.shape.yearly ? years.size() : 1); ++step) {
    const double value = values[values.size() == 1 ? 0 : at(step)];
    const int year = years[step];
    points.push_back({year, draw.multiplies ? before.at(year) * value : value});
  }
  Setting setting{.by = "draw",
                  .file = "",
                  .series = points.size() == 1 ? Series(points.front().value)
                                               : Series(points, Interpolation::table)};
  for (const YearValue& point : points)
    setting.origins.push_back(
        {.given = point.value, .unit = parameter.unit, .source = "assumption"});
  std::vector<Setting>& settings = parameter.history[at(cell)];
  const auto levers = static_cast<std::ptrdiff_t>(in_force.size()) - 1;
  settings.insert(settings.end() - levers, std::move(setting));
}

}  // namespace

System drawn(const System& system, std::span<const Draw> draws, int samples, int sample) {
  SystemParts parts = system.parts();
  const Years& years = parts.description.years;
  for (const Draw& draw : draws) {
    const std::size_t count = years_of(draw, system, samples);
    Parameter& parameter = *std::ranges::find(parts.parameters, draw.parameter, &Parameter::name);
    const auto of_sample = std::span(draw.values).subspan(at(sample) * count, count);
    for (const int cell : parameter.cells_at(draw.place))
      set(parameter, cell, draw, of_sample, years);
    parameter.evaluate(years, parameter.shape.yearly);
  }
  lay_levers(parts);
  return System(std::move(parts));
}

}  // namespace critflow
