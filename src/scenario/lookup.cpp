#include "lookup.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace critflow {

namespace {

double held(const DerivedParameter& derived, double value) {
  if (derived.has_at_least) value = std::max(value, derived.at_least);
  if (derived.has_at_most) value = std::min(value, derived.at_most);
  if (derived.inverse) value = 1.0 / value;
  return derived.one_minus ? 1.0 - value : value;
}

}  // namespace

std::optional<double> as_number(const std::string& text) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return {};
  return value;
}

Lookup::Lookup(const SystemParts& parts) {
  for (const Parameter& parameter : parts.parameters) parameters_[parameter.name()] = &parameter;
  for (const DerivedParameter& derived : parts.description.derived)
    derived_[derived.name] = &derived;
}

const Parameter* Lookup::parameter(const std::string& name) const {
  const auto found = parameters_.find(name);
  return found == parameters_.end() ? nullptr : found->second;
}

const DerivedParameter* Lookup::derived(const std::string& name) const {
  const auto found = derived_.find(name);
  return found == derived_.end() ? nullptr : found->second;
}

std::optional<Measure> Lookup::measure(const std::string& name) const {
  if (as_number(name)) return Measure{};
  if (const DerivedParameter* made = derived(name)) {
    Measure product;
    for (const std::string& factor : made->factors) {
      const auto part = measure(factor);
      if (!part) return {};
      product = product * *part;
    }
    return made->inverse ? Measure{} / product : product;
  }
  const Parameter* found = parameter(name);
  if (found == nullptr) return {};
  return parse_unit(found->unit).measure;
}

std::optional<double> Lookup::value(const std::string& name, const Place& place, int step) const {
  if (const auto number = as_number(name)) return number;
  if (const DerivedParameter* made = derived(name)) {
    double product = 1.0;
    for (const std::string& factor : made->factors) {
      const auto part = value(factor, place, step);
      if (!part) return {};
      product *= *part;
    }
    return held(*made, product);
  }
  const Parameter* found = parameter(name);
  const int cell = found == nullptr ? -1 : cell_at(found->shape.dimensions, place);
  if (cell < 0 || !found->given(cell)) return {};
  return found->value(cell, step);
}

void Lookup::add_dimensions(const std::string& name, Dimensions& dimensions) const {
  if (const DerivedParameter* made = derived(name))
    for (const std::string& factor : made->factors) add_dimensions(factor, dimensions);
  else if (const Parameter* found = parameter(name))
    for (const Dimension& dimension : found->shape.dimensions)
      if (find_dimension(dimensions, dimension.name) == nullptr) dimensions.push_back(dimension);
}

}  // namespace critflow
