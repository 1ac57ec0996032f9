#include "critflow/solve/draw.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "bound_draws.hpp"

namespace critflow {

namespace {

/// The values of one cell over the years, as a setting that says where they come from.
void record(Parameter& parameter, int cell, const Years& years) {
  std::vector<YearValue> points;
  for (int step = 0; step < (parameter.shape.yearly ? years.size() : 1); ++step)
    points.push_back({years[step], parameter.value(cell, step)});
  Setting setting{.by = "draw",
                  .file = "",
                  .series = points.size() == 1 ? Series(points.front().value)
                                               : Series(points, Interpolation::table)};
  for (const YearValue& point : points)
    setting.origins.push_back(
        {.given = point.value, .unit = parameter.unit, .source = "assumption"});
  parameter.history[at(cell)].push_back(std::move(setting));
}

}  // namespace

System drawn(const System& system, std::span<const Draw> draws, int samples, int sample) {
  SystemParts parts = system.parts();
  const Years& years = parts.description.years;
  for (const Draw& draw : draws) {
    const std::size_t drawn_years = years_of(draw, system, samples);
    Parameter& parameter = *std::ranges::find(parts.parameters, draw.parameter, &Parameter::name);
    const std::size_t steps = parameter.shape.yearly ? at(years.size()) : 1;
    for (const int cell : parameter.cells_at(draw.place)) {
      for (std::size_t step = 0; step < steps; ++step) {
        const double value = draw.values[at(sample) * drawn_years + (drawn_years == 1 ? 0 : step)];
        double& of_cell = parameter.values[at(cell) * steps + step];
        of_cell = draw.multiplies ? of_cell * value : value;
      }
      record(parameter, cell, years);
    }
  }
  return System(std::move(parts));
}

}  // namespace critflow
