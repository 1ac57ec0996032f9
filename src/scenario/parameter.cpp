#include "critflow/scenario/parameter.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

#include "base/index.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/base/nearest_name.hpp"

namespace critflow {

namespace {

std::vector<std::string> names(const Dimensions& dimensions) {
  std::vector<std::string> out;
  for (const Dimension& dimension : dimensions) out.push_back(dimension.name);
  return out;
}

void require_known(const Place& place, const ParameterShape& shape) {
  for (const auto& [dimension, item] : place.at) {
    const Dimension* known = find_dimension(shape.dimensions, dimension);
    if (known == nullptr)
      throw InvalidValue({.where = shape.name,
                          .what = "unknown dimension",
                          .value = dimension,
                          .rule = "be a dimension of the parameter",
                          .nearest = nearest_name(dimension, names(shape.dimensions))});
    if (position(*known, item) < 0)
      throw InvalidValue({.where = shape.name,
                          .what = "unknown item",
                          .value = item,
                          .rule = "be an item of " + dimension,
                          .nearest = nearest_name(item, known->items)});
  }
}

}  // namespace

Parameter Parameter::empty(std::string name, std::string unit, Dimensions dimensions) {
  Parameter parameter;
  parameter.history.resize(at(cell_count(dimensions)));
  parameter.shape = {.name = std::move(name), .dimensions = std::move(dimensions)};
  parameter.unit = std::move(unit);
  return parameter;
}

bool Parameter::given(int cell) const { return !history[at(cell)].empty(); }

double Parameter::value(int cell, int step) const {
  if (!shape.yearly) return values[at(cell)];
  const std::size_t steps = values.size() / history.size();
  return values[at(cell) * steps + at(step)];
}

const Setting& Parameter::setting(int cell) const { return history[at(cell)].back(); }

Place Parameter::place(int cell) const {
  Place place;
  for (auto dimension = shape.dimensions.rbegin(); dimension != shape.dimensions.rend();
       ++dimension) {
    const int size = static_cast<int>(dimension->items.size());
    place.at.push_back({dimension->name, dimension->items[at(cell % size)]});
    cell /= size;
  }
  std::ranges::reverse(place.at);
  return place;
}

std::vector<int> Parameter::cells_at(const Place& place) const {
  require_known(place, shape);
  std::vector<int> cells;
  for (int cell = 0; cell < this->cells(); ++cell) {
    if (!given(cell)) continue;
    const Place here = this->place(cell);
    const bool agrees = std::ranges::all_of(
        place.at, [&](const Place::At& one) { return here.item(one.dimension) == one.item; });
    if (agrees) cells.push_back(cell);
  }
  return cells;
}

std::span<const Setting> Parameter::settings_in_force(int cell) const {
  const std::vector<Setting>& settings = history[at(cell)];
  const auto base = std::find_if(settings.rbegin(), settings.rend(),
                                 [](const Setting& setting) { return setting.lever.empty(); });
  return {(base + 1).base(), settings.end()};
}

void Parameter::evaluate(const Years& years, bool yearly) {
  shape.yearly = yearly || std::ranges::any_of(history, [](const std::vector<Setting>& settings) {
                   return !settings.empty() && !settings.back().series.constant();
                 });
  const std::size_t steps = shape.yearly ? at(years.size()) : 1;
  values.assign(history.size() * steps, std::numeric_limits<double>::quiet_NaN());
  for (std::size_t cell = 0; cell < history.size(); ++cell) {
    if (history[cell].empty()) continue;
    const Series& series = history[cell].back().series;
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(cell * steps);
    if (shape.yearly && !series.constant())
      std::ranges::copy(series.over(years), begin);
    else
      std::fill_n(begin, steps, series.at(years.first()));
  }
}

}  // namespace critflow
