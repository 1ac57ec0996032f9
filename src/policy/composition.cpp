#include "critflow/policy/composition.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <set>
#include <utility>

#include "base/index.hpp"
#include "critflow/base/nearest_name.hpp"

namespace critflow {

namespace {

int position_of(const std::vector<Parameter>& parameters, const Lever& lever,
                const std::string& name) {
  const auto found = std::ranges::find(parameters, name, &Parameter::name);
  if (found != parameters.end()) return static_cast<int>(found - parameters.begin());
  std::vector<std::string> known;
  for (const Parameter& parameter : parameters) known.push_back(parameter.name());
  throw InvalidValue({.where = "lever." + lever.name,
                      .what = "unknown parameter",
                      .value = name,
                      .rule = "be a parameter of the system",
                      .nearest = nearest_name(name, known)});
}

/// What holds in a cell without levers; null where a change in code was laid over these.
const Setting* reference_of(const std::vector<Setting>& settings) {
  const auto is_lever = [](const Setting& setting) { return !setting.lever.empty(); };
  const auto lever = std::ranges::find_if(settings, is_lever);
  if (lever != settings.end() && !is_lever(settings.back())) return nullptr;
  return &*(lever - 1);
}

Place without(Place place, const std::string& dimension) {
  std::erase_if(place.at, [&](const Place::At& one) { return one.dimension == dimension; });
  return place;
}

std::string written_at(const Lever& lever) {
  const std::string where =
      lever.file.empty() ? "code" : lever.file + ":" + std::to_string(lever.row);
  return "lever " + lever.name + " (" + where + ")";
}

/// Where the value comes from: an assumption of its own where that is not told.
std::vector<Origin> origins_of(const Lever& lever) {
  if (!lever.origins.empty()) return lever.origins;
  std::vector<Origin> origins;
  for (const YearValue& point : lever.value.points())
    origins.push_back({.given = point.value, .source = "assumption"});
  if (origins.empty()) origins.push_back({.source = "assumption"});
  return origins;
}

}  // namespace

double changed(LeverRule rule, double reference, double value, double factor) {
  if (factor <= 0.0) return reference;
  const double blended = factor >= 1.0 ? value : reference + factor * (value - reference);
  switch (rule) {
    case LeverRule::set:
      return value;
    case LeverRule::blend:
      return blended;
    case LeverRule::multiply:
      return reference * (factor >= 1.0 ? value : 1.0 + factor * (value - 1.0));
    case LeverRule::floor:
      return std::max(reference, factor * value);
    case LeverRule::cap:
      break;
  }
  return reference > value ? blended : reference;
}

Composition::Composition(const std::vector<Parameter>& parameters, std::vector<Lever> levers,
                         const Years& years)
    : years_(years.values()), levers_(std::move(levers)), order_(levers_.size()) {
  std::iota(order_.begin(), order_.end(), 0);
  std::ranges::stable_sort(order_, {}, [&](int lever) {
    return std::min(levers_[at(lever)].rule, LeverRule::floor);  // floor and cap in either order
  });
  for (const Lever& lever : levers_) {
    Path path;
    for (const int year : years_) {
      path.value.push_back(lever.value.at(year));
      path.factor.push_back(lever.shape.at(year));
    }
    for (const Lever::Cells& cells : lever.changes) {
      const int position = position_of(parameters, lever, cells.parameter);
      add_groups(parameters[at(position)], position, lever, cells.place, path);
    }
    paths_.push_back(std::move(path));
  }
}

void Composition::add_groups(const Parameter& parameter, int position, const Lever& lever,
                             const Place& place, Path& path) {
  std::vector<int> chosen;
  for (const int cell : parameter.cells_at(place))
    if (reference_of(parameter.history[at(cell)]) != nullptr) chosen.push_back(cell);
  std::set<int> grouped;
  for (const int cell : chosen) {
    if (grouped.count(cell) > 0) continue;
    const std::vector<int> along =
        lever.rescale.empty() ? std::vector{cell}
                              : parameter.cells_at(without(parameter.place(cell), lever.rescale));
    Group group;
    for (const int one : along) {
      const bool is_changed = std::ranges::find(chosen, one) != chosen.end();
      (is_changed ? group.changed : group.others).push_back(cell_of(parameter, position, one));
      grouped.insert(one);
    }
    path.groups.push_back(std::move(group));
  }
}

int Composition::cell_of(const Parameter& parameter, int position, int cell) {
  const auto known = std::ranges::find_if(
      cells_, [&](const Cell& one) { return one.parameter == position && one.cell == cell; });
  if (known != cells_.end()) return static_cast<int>(known - cells_.begin());
  Cell added{.parameter = position, .cell = cell};
  const Setting* reference = reference_of(parameter.history[at(cell)]);
  for (const int year : years_) added.reference.push_back(reference->series.at(year));
  cells_.push_back(std::move(added));
  return static_cast<int>(cells_.size()) - 1;
}

void Composition::lay(const Path& path, LeverRule rule,
                      std::vector<std::vector<double>>& values) const {
  for (const Group& group : path.groups)
    for (std::size_t step = 0; step < years_.size(); ++step) {
      double made = 0.0;
      for (const int cell : group.changed) {
        double& value = values[at(cell)][step];
        made -= value;
        value = changed(rule, value, path.value[step], path.factor[step]);
        made += value;
      }
      double room = 0.0;
      for (const int cell : group.others) room += values[at(cell)][step];
      if (room > 0.0 && made != 0.0)
        for (const int cell : group.others) {
          double& value = values[at(cell)][step];
          value = std::min(value * (1.0 - made / room), room - made);  // rounding: none above all
        }
    }
}

std::vector<std::vector<double>> Composition::values(const std::vector<bool>& active) const {
  std::vector<std::vector<double>> values;
  for (const Cell& cell : cells_) values.push_back(cell.reference);
  for (const int lever : order_)
    if (active[at(lever)]) lay(paths_[at(lever)], levers_[at(lever)].rule, values);
  return values;
}

std::vector<Composition::Layer> Composition::layers(const std::vector<bool>& active) const {
  std::vector<std::vector<double>> values;
  for (const Cell& cell : cells_) values.push_back(cell.reference);
  std::vector<Layer> layers;
  for (const int lever : order_) {
    if (!active[at(lever)]) continue;
    lay(paths_[at(lever)], levers_[at(lever)].rule, values);
    for (const Group& group : paths_[at(lever)].groups)
      for (const auto* cells : {&group.changed, &group.others})
        for (const int cell : *cells) layers.push_back({lever, cell, values[at(cell)]});
  }
  return layers;
}

bool Composition::fight(int first, int second, int step) const {
  const auto rule = [&](int lever) { return levers_[at(lever)].rule; };
  const Path& a = paths_[at(first)];
  const Path& b = paths_[at(second)];
  if (a.factor[at(step)] <= 0.0 || b.factor[at(step)] <= 0.0) return false;
  if (rule(first) == LeverRule::set) return rule(second) == LeverRule::set;
  return rule(first) == LeverRule::floor && rule(second) == LeverRule::cap &&
         a.factor[at(step)] * a.value[at(step)] > b.value[at(step)];
}

std::vector<Fault> Composition::conflicts(const std::vector<Parameter>& parameters) const {
  std::vector<Fault> faults;
  std::vector<std::vector<int>> levers_of(cells_.size());
  for (std::size_t lever = 0; lever < levers_.size(); ++lever)
    for (const Group& group : paths_[lever].groups)
      for (const int cell : group.changed) levers_of[at(cell)].push_back(static_cast<int>(lever));
  std::set<std::pair<int, int>> told;
  const auto tell = [&](int first, int second, const Cell& cell) {
    for (int step = 0; step < static_cast<int>(years_.size()); ++step) {
      if (!fight(first, second, step) || !told.emplace(first, second).second) continue;
      const Lever& a = levers_[at(first)];
      const Lever& b = levers_[at(second)];
      const Parameter& parameter = parameters[at(cell.parameter)];
      faults.push_back({.where = parameter.name() + parameter.place(cell.cell).text(),
                        .what = a.rule == LeverRule::set ? "set twice" : "floor above a cap",
                        .value = written_at(a) + " and " + written_at(b) + " in " +
                                 std::to_string(years_[at(step)]),
                        .rule = "not fight",
                        .file = b.file,
                        .row = b.row});
    }
  };
  for (std::size_t cell = 0; cell < cells_.size(); ++cell)
    for (const int first : levers_of[cell])
      for (const int second : levers_of[cell])
        if (first != second && (first < second || levers_[at(first)].rule != LeverRule::set))
          tell(first, second, cells_[cell]);
  return faults;
}

void lay_levers(SystemParts& parts) {
  if (parts.levers.empty()) return;
  const Years& years = parts.description.years;
  const Composition composition(parts.parameters, parts.levers, years);
  if (auto faults = composition.conflicts(parts.parameters); !faults.empty())
    throw ModelFaults(std::move(faults));
  std::set<int> touched;
  for (const auto& [lever, cell, values] :
       composition.layers(std::vector<bool>(parts.levers.size(), true))) {
    const Lever& by = parts.levers[at(lever)];
    std::vector<YearValue> points;
    for (int step = 0; step < years.size(); ++step)
      points.push_back({years[step], values[at(step)]});
    const Composition::Cell& at_cell = composition.cells()[at(cell)];
    parts.parameters[at(at_cell.parameter)].history[at(at_cell.cell)].push_back(
        {.by = by.called(),
         .file = by.file,
         .series = Series(std::move(points), Interpolation::table),
         .origins = origins_of(by),
         .lever = by.name});
    touched.insert(at_cell.parameter);
  }
  for (const int parameter : touched) parts.parameters[at(parameter)].evaluate(years);
}

}  // namespace critflow
