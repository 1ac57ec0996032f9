#include "critflow/solve/figures.hpp"

#include <cstddef>
#include <utility>

#include "critflow/base/fault.hpp"
#include "critflow/base/nearest_name.hpp"

namespace critflow {

namespace {

InvalidValue unknown(const std::string& name, const std::string& what, const std::string& value,
                     const std::vector<std::string>& known) {
  Fault fault{.where = name,
              .what = "unknown " + what,
              .value = value,
              .rule = "be one of its " + what + "s"};
  fault.nearest = nearest_name(value, known);
  return InvalidValue(std::move(fault));
}

/// A dimension with the cells before and after it in row-major order.
struct Axis {
  std::size_t position = 0;
  std::size_t before = 1;
  std::size_t length = 1;
  std::size_t after = 1;
};

Axis axis_of(const Figures& figures, const std::string& dimension) {
  Axis axis;
  bool found = false;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < figures.dimensions.size(); ++i) {
    const std::size_t items = figures.dimensions[i].items.size();
    names.push_back(figures.dimensions[i].name);
    if (names.back() == dimension) {
      axis.position = i;
      axis.length = items;
      found = true;
    } else {
      (found ? axis.after : axis.before) *= items;
    }
  }
  if (!found) throw unknown(figures.name, "dimension", dimension, names);
  return axis;
}

/// `figures` without a dimension and without values.
Figures without(const Figures& figures, const Axis& axis) {
  Figures less{.name = figures.name, .dimensions = figures.dimensions, .units = figures.units};
  less.dimensions.erase(less.dimensions.begin() + static_cast<std::ptrdiff_t>(axis.position));
  less.values.assign(axis.before * axis.after, 0.0);
  if (!figures.absent.empty()) less.absent.assign(less.values.size(), 0);
  return less;
}

}  // namespace

double Figures::at(const Place& place) const {
  for (const Dimension& dimension : dimensions) {
    const std::string item = place.item(dimension.name);
    if (item.empty())
      throw InvalidValue({.where = name,
                          .what = "dimension left open",
                          .value = dimension.name,
                          .rule = "be fixed by the place"});
    if (position(dimension, item) < 0)
      throw unknown(name + "." + dimension.name, "item", item, dimension.items);
  }
  const auto cell = static_cast<std::size_t>(cell_at(dimensions, place));
  if (!given(cell))
    throw InvalidValue({.where = name + place.text(),
                        .what = "no value",
                        .value = "",
                        .rule = "have a denominator above zero"});
  return values[cell];
}

Figures Figures::sum(const std::string& dimension) const {
  if (dimension == "layer")
    throw InvalidValue(
        {.where = name, .what = "two layers added", .value = dimension, .rule = "be kept apart"});
  const Axis axis = axis_of(*this, dimension);
  Figures less = without(*this, axis);
  for (std::size_t b = 0; b < axis.before; ++b)
    for (std::size_t i = 0; i < axis.length; ++i)
      for (std::size_t a = 0; a < axis.after; ++a) {
        const std::size_t from = (b * axis.length + i) * axis.after + a;
        less.values[b * axis.after + a] += values[from];
        if (!given(from)) less.absent[b * axis.after + a] = 1;
      }
  return less;
}

Figures Figures::select(const std::string& dimension, const std::string& item) const {
  const Axis axis = axis_of(*this, dimension);
  const int chosen = position(dimensions[axis.position], item);
  if (chosen < 0)
    throw unknown(name + "." + dimension, "item", item, dimensions[axis.position].items);
  Figures less = without(*this, axis);
  if (dimension == "layer" && units.size() > 1)
    less.units = {units[static_cast<std::size_t>(chosen)]};
  for (std::size_t b = 0; b < axis.before; ++b)
    for (std::size_t a = 0; a < axis.after; ++a) {
      const std::size_t from =
          (b * axis.length + static_cast<std::size_t>(chosen)) * axis.after + a;
      less.values[b * axis.after + a] = values[from];
      if (!given(from)) less.absent[b * axis.after + a] = 1;
    }
  return less;
}

}  // namespace critflow
