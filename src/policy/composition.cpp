#include "critflow/policy/composition.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <set>
#include <utility>

#include "base/index.hpp"
#include "critflow/base/nearest_name.hpp"
#include "critflow/policy/lever_rule.hpp"

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

}  // namespace

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

Composition::Composition(const System& system)
    : Composition(system.parameters(), system.levers(), system.description().years) {}

void Composition::add_groups(const Parameter& parameter, int position, const Lever& lever,
                             const Place& place, Path& path) {
  const auto free_cells = [&](const Place& of) {
    std::vector<int> cells = parameter.cells_at(of);
    std::erase_if(cells,
                  [&](int cell) { return reference_of(parameter.history[at(cell)]) == nullptr; });
    return cells;
  };
  const std::vector<int> chosen = free_cells(place);
  std::set<int> grouped;
  for (const int cell : chosen) {
    if (grouped.count(cell) > 0) continue;
    const std::vector<int> along = lever.rescale.empty()
                                       ? std::vector{cell}
                                       : free_cells(without(parameter.place(cell), lever.rescale));
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
  if (const int known = find(position, cell); known >= 0) return known;
  Cell added{.parameter = position, .cell = cell};
  const Setting* reference = reference_of(parameter.history[at(cell)]);
  for (const int year : years_) added.reference.push_back(reference->series.at(year));
  cells_.push_back(std::move(added));
  return static_cast<int>(cells_.size()) - 1;
}

int Composition::find(int parameter, int cell) const {
  const auto known = std::ranges::find_if(
      cells_, [&](const Cell& one) { return one.parameter == parameter && one.cell == cell; });
  return known == cells_.end() ? -1 : static_cast<int>(known - cells_.begin());
}

template <Real R>
void Composition::lay(int lever, int step, std::span<R> values) const {
  const Path& path = paths_[at(lever)];
  for (const Group& group : path.groups) {
    R made(0.0);
    for (const int cell : group.changed) {
      R& value = values[at(cell)];
      made -= value;
      value = changed(levers_[at(lever)].rule, value, path.value[at(step)], path.factor[at(step)]);
      made += value;
    }
    R room(0.0);
    for (const int cell : group.others) room += values[at(cell)];
    for (const int cell : group.others) {
      R& value = values[at(cell)];
      const R rest = smaller(value * (R(1.0) - ratio(made, room)), room - made);  // none above all
      value = select(room, rest, value);
    }
  }
}

template <Real R>
void Composition::lay(int step, std::span<R> values) const {
  for (const int lever : order_) lay(lever, step, values);
}

template void Composition::lay(int, std::span<double>) const;
template void Composition::lay(int, std::span<Lanes>) const;

std::vector<std::vector<double>> Composition::references() const {
  std::vector<std::vector<double>> references(years_.size());
  for (std::size_t step = 0; step < years_.size(); ++step)
    for (const Cell& cell : cells_) references[step].push_back(cell.reference[step]);
  return references;
}

std::vector<std::vector<double>> Composition::values(const std::vector<bool>& active) const {
  std::vector<std::vector<double>> years = references();
  std::vector<std::vector<double>> values(cells_.size());
  for (std::size_t step = 0; step < years.size(); ++step) {
    for (const int lever : order_)
      if (active[at(lever)]) lay(lever, static_cast<int>(step), std::span(years[step]));
    for (std::size_t cell = 0; cell < values.size(); ++cell)
      values[cell].push_back(years[step][cell]);
  }
  return values;
}

std::vector<Composition::Layer> Composition::layers(const std::vector<bool>& active) const {
  std::vector<std::vector<double>> years = references();
  std::vector<Layer> layers;
  for (const int lever : order_) {
    if (!active[at(lever)]) continue;
    for (std::size_t step = 0; step < years.size(); ++step)
      lay(lever, static_cast<int>(step), std::span(years[step]));
    for (const Group& group : paths_[at(lever)].groups)
      for (const auto* cells : {&group.changed, &group.others})
        for (const int cell : *cells) {
          layers.push_back({lever, cell, {}});
          for (const std::vector<double>& year : years)
            layers.back().values.push_back(year[at(cell)]);
        }
  }
  return layers;
}

bool Composition::Group::holds(int cell) const {
  return std::ranges::find(changed, cell) != changed.end() ||
         std::ranges::find(others, cell) != others.end();
}

std::vector<int> Composition::acting(int cell, int step) const {
  std::vector<int> levers = order_;
  std::erase_if(levers, [&](int lever) {
    const Path& path = paths_[at(lever)];
    return path.factor[at(step)] <= 0.0 ||
           std::ranges::none_of(path.groups, [&](const Group& one) { return one.holds(cell); });
  });
  return levers;
}

Composition Composition::only(std::vector<bool> wanted) const {
  const auto is_wanted = [&](int cell) { return wanted[at(cell)]; };
  const auto spread = [&](const Group& group) {
    bool more = false;
    for (const auto* cells : {&group.changed, &group.others})
      for (const int cell : *cells) {
        more = more || !wanted[at(cell)];
        wanted[at(cell)] = true;
      }
    return more;
  };
  for (bool more = true; more;) {
    more = false;
    for (const Path& path : paths_)
      for (const Group& group : path.groups)
        if (std::ranges::any_of(group.changed, is_wanted) ||
            std::ranges::any_of(group.others, is_wanted))
          more = spread(group) || more;
  }
  Composition part = *this;
  part.cells_.clear();
  std::vector<int> numbers;
  for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
    numbers.push_back(static_cast<int>(part.cells_.size()));
    if (wanted[cell]) part.cells_.push_back(cells_[cell]);
  }
  for (Path& path : part.paths_) {
    std::erase_if(path.groups, [&](const Group& one) { return !is_wanted(one.changed.front()); });
    for (Group& group : path.groups)
      for (auto* cells : {&group.changed, &group.others})
        for (int& cell : *cells) cell = numbers[at(cell)];
  }
  return part;
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

}  // namespace critflow
