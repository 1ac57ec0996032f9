#include "critflow/indicator/gather.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Figures summed_to(Figures figures, const std::vector<std::string>& keep) {
  const Dimensions all = figures.dimensions;
  for (const Dimension& one : all)
    if (one.name != "year" && one.name != "layer" && !holds(keep, one.name))
      figures = figures.sum(one.name);
  return figures;
}

const std::string& unit_of(const Figures& figures, std::size_t layer) {
  return figures.units[figures.units.size() > 1 ? layer : 0];
}

/// Adds the items of `from` that `to` lacks, in order of appearance.
void unite(Dimension& to, const Dimension& from) {
  if (to.items == from.items) return;
  for (const std::string& item : from.items)
    if (position(to, item) < 0) to.items.push_back(item);
}

/// A frame of zeros that holds every item of the figures.
Figures frame(const std::string& name, const std::vector<Figures>& figures,
              const std::vector<std::string>& keep, const std::vector<std::string>& layers) {
  Figures sum{.name = name, .dimensions = {figures.front().dimensions.front()}};
  for (const std::string& one : keep) sum.dimensions.push_back({one, {}});
  Dimension of_layers{"layer", layers};
  for (const Figures& one : figures) {
    for (Dimension& to : sum.dimensions)
      if (const Dimension* from = find_dimension(one.dimensions, to.name)) unite(to, *from);
    if (layers.empty()) unite(of_layers, one.dimensions.back());
  }
  for (const std::string& layer : of_layers.items) {
    std::string unit;
    for (const Figures& one : figures)
      if (const int at = position(one.dimensions.back(), layer); at >= 0)
        unit = unit_of(one, static_cast<std::size_t>(at));
    sum.units.push_back(unit);
  }
  sum.dimensions.push_back(std::move(of_layers));
  sum.values.assign(static_cast<std::size_t>(cell_count(sum.dimensions)), 0.0);
  return sum;
}

/// For each item of `from`, its position in `to`, or -1.
std::vector<int> places_in(const Dimension& from, const Dimension& to) {
  std::vector<int> places;
  if (from.items == to.items) {
    places.resize(from.items.size());
    std::iota(places.begin(), places.end(), 0);
    return places;
  }
  for (const std::string& item : from.items) places.push_back(position(to, item));
  return places;
}

/// For each cell of `from`, its cell in `to`, or -1 where that has no such item.
std::vector<int> cells_in(const Dimensions& from, const Dimensions& to) {
  std::vector<int> cells{0};
  std::vector<int> stride(to.size(), 1);
  for (std::size_t i = to.size(); i-- > 1;)
    stride[i - 1] = stride[i] * static_cast<int>(to[i].items.size());
  for (const Dimension& dimension : from) {
    const auto found = std::find_if(
        to.begin(), to.end(), [&](const Dimension& one) { return one.name == dimension.name; });
    const auto axis = static_cast<std::size_t>(found - to.begin());
    const std::vector<int> places = places_in(dimension, *found);
    std::vector<int> longer;
    longer.reserve(cells.size() * places.size());
    for (const int cell : cells)
      for (const int at : places)
        longer.push_back(cell < 0 || at < 0 ? -1 : cell + at * stride[axis]);
    cells = std::move(longer);
  }
  return cells;
}

}  // namespace

Figures gather(const std::string& name, const std::vector<Figures>& figures,
               const std::vector<std::string>& keep, const std::vector<std::string>& layers) {
  if (figures.empty()) return {.name = name};
  return gather_into(frame(name, figures, keep, layers), name, figures);
}

Figures gather_into(const Figures& frame, const std::string& name,
                    const std::vector<Figures>& figures) {
  Figures sum = frame;
  sum.name = name;
  sum.absent.clear();
  std::fill(sum.values.begin(), sum.values.end(), 0.0);
  std::vector<std::string> keep;
  for (const Dimension& one : frame.dimensions) keep.push_back(one.name);
  for (const Figures& one : figures) {
    const Figures part = summed_to(one, keep);
    if (part.dimensions.size() != frame.dimensions.size()) continue;
    const std::vector<int> cells = cells_in(part.dimensions, sum.dimensions);
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (cells[i] >= 0) sum.values[static_cast<std::size_t>(cells[i])] += part.values[i];
  }
  return sum;
}

std::vector<std::string> shared_dimensions(const std::vector<Figures>& figures) {
  std::vector<std::string> shared;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    std::vector<std::string> kept;
    for (const Dimension& dimension : figures[i].dimensions)
      if (dimension.name != "year" && dimension.name != "layer" &&
          (i == 0 || holds(shared, dimension.name)))
        kept.push_back(dimension.name);
    shared = std::move(kept);
  }
  return shared;
}

Figures quotient(const std::string& name, const Figures& part, const Figures& whole) {
  if (part.dimensions != whole.dimensions)
    throw InvalidValue({.where = name,
                        .what = "parts of different shape",
                        .value = part.name + " and " + whole.name,
                        .rule = "have the same dimensions and items"});
  Figures share{.name = name, .dimensions = part.dimensions, .units = {"1"}};
  share.values.assign(part.values.size(), 0.0);
  share.absent.assign(part.values.size(), 0);
  for (std::size_t i = 0; i < part.values.size(); ++i) {
    const bool known = part.given(i) && whole.given(i) && whole.values[i] > 0.0;
    if (known)
      share.values[i] = part.values[i] / whole.values[i];
    else
      share.absent[i] = 1;
  }
  return share;
}

Figures whole_of_rate(const std::vector<Figures>& parts, const std::vector<Figures>& wholes) {
  std::vector<Figures> all = parts;
  all.insert(all.end(), wholes.begin(), wholes.end());
  if (parts.empty() || wholes.empty()) return {};
  const Figures of_parts = gather("", parts, {});
  const Figures of_wholes = gather("", wholes, {});
  std::vector<std::string> layers;
  for (const std::string& layer : of_wholes.dimensions.back().items)
    if (position(of_parts.dimensions.back(), layer) >= 0) layers.push_back(layer);
  return layers.empty() ? Figures{} : gather("whole", wholes, shared_dimensions(all), layers);
}

Figures rate(const std::string& name, const std::vector<Figures>& parts,
             const std::vector<Figures>& wholes) {
  const Figures whole = whole_of_rate(parts, wholes);
  if (whole.dimensions.empty()) return {.name = name};
  return quotient(name, gather_into(whole, name, parts), whole);
}

}  // namespace critflow
