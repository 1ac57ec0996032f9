#include "critflow/io/explain.hpp"

#include <cstddef>
#include <utility>

#include "base/rounded.hpp"
#include "critflow/base/nearest_name.hpp"
#include "critflow/base/unit.hpp"
#include "text.hpp"

namespace critflow {

namespace {

[[noreturn]] void refuse(const std::string& what, const std::string& value, const std::string& rule,
                         const std::vector<std::string>& known = {}) {
  throw InvalidValue({.where = "explain",
                      .what = what,
                      .value = legible(value),
                      .rule = rule,
                      .nearest = nearest_name(value, known)});
}

const Parameter& require_parameter(const System& system, const std::string& name) {
  if (const Parameter* found = system.parameter(name)) return *found;
  for (const DerivedParameter& derived : system.description().derived)
    if (derived.name == name) {
      std::string factors;
      for (const std::string& factor : derived.factors)
        factors += (factors.empty() ? "" : " x ") + factor;
      refuse("made of others", name + " = " + factors, "be one of these");
    }
  std::vector<std::string> known;
  for (const Parameter& parameter : system.parameters()) known.push_back(parameter.name());
  refuse("unknown parameter", name, "be a parameter of the system", known);
}

int require_cell(const Parameter& parameter, const Place& place) {
  const std::vector<int> cells = parameter.cells_at(place);
  std::string dimensions;
  for (const Dimension& dimension : parameter.shape.dimensions)
    dimensions += (dimensions.empty() ? "" : ", ") + dimension.name;
  if (cells.empty()) refuse("no value there", place.text(), "have a value");
  if (cells.size() > 1)
    refuse("several cells", parameter.name() + place.text(), "say which: " + dimensions);
  return cells.front();
}

Explanation::Step step_of(const System& system, const Setting& setting, int year) {
  Explanation::Step step{.by = setting.by,
                         .file = setting.file,
                         .shape = setting.series.shape(),
                         .value = setting.series.at(year)};
  const Lever* lever = system.lever(setting.lever);
  if (lever != nullptr) {
    step.shape = lever->how();
    step.factor = lever->shape.at(year);
    step.legal_status = lever->legal_status;
  }
  const Series& given = lever != nullptr ? lever->value : setting.series;
  const std::vector<YearValue>& points = given.points();
  for (const int i : given.points_behind(year)) {
    const auto at = static_cast<std::size_t>(i);
    Explanation::Point point{.year = points.empty() ? 0 : points[at].year,
                             .origin = setting.origins[at]};
    if (const Citation* citation = system.citation(point.origin.source))
      point.citation = citation->text;
    step.points.push_back(std::move(point));
  }
  return step;
}

std::string line_of(const Explanation::Step& step, const Explanation::Point& point) {
  const Origin& origin = point.origin;
  std::string line = "  ";
  if (!step.file.empty()) line += step.file + ":" + std::to_string(origin.row) + "  ";
  if (point.year != 0) line += std::to_string(point.year) + ": ";
  line += shown(origin.given, origin.unit);
  if (origin.source.empty()) return line;
  line += ", " + std::string(name_of(origin.evidence));
  if (!point.citation.empty()) line += ", " + origin.source + ": " + point.citation;
  if (!step.legal_status.empty()) line += ", legal status: " + step.legal_status;
  if (!origin.note.empty()) line += " (" + origin.note + ")";
  return line;
}

}  // namespace

Explanation explain(const System& system, const std::string& name, const Place& place, int year) {
  const Parameter& parameter = require_parameter(system, name);
  const int cell = require_cell(parameter, place);
  const int step = system.description().years.index_of(year);
  if (step < 0) refuse("unknown year", std::to_string(year), "be a year of the system");
  Explanation explanation{.parameter = name,
                          .place = parameter.place(cell),
                          .year = year,
                          .value = parameter.value(cell, step),
                          .unit = parameter.unit};
  const std::vector<Setting>& settings = parameter.history[static_cast<std::size_t>(cell)];
  for (auto setting = settings.rbegin(); setting != settings.rend(); ++setting)
    explanation.steps.push_back(step_of(system, *setting, year));
  return explanation;
}

std::string Explanation::text() const {
  std::string text = parameter + place.text() + " in " + std::to_string(year) + " = " +
                     shown(rounded(value), unit) + "\n";
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    const char* link = i == 0 ? "from " : steps[i - 1].factor ? "laid over " : "replaces ";
    text += link + step.by + " (" + step.shape +
            (step.factor ? "; factor " + shown(rounded(*step.factor)) : "") + "), " +
            shown(rounded(step.value), unit) + "\n";
    for (const Point& point : step.points) text += line_of(step, point) + "\n";
  }
  return text;
}

}  // namespace critflow
