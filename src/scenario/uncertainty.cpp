#include "critflow/scenario/uncertainty.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>

#include "critflow/base/fault.hpp"
#include "critflow/base/nearest_name.hpp"

namespace critflow {

namespace {

constexpr std::array<std::pair<std::string_view, UncertaintyShape>, 10> shapes{
    {{"uniform", UncertaintyShape::uniform},
     {"triangular", UncertaintyShape::triangular},
     {"pert", UncertaintyShape::pert},
     {"normal", UncertaintyShape::normal},
     {"truncated_normal", UncertaintyShape::truncated_normal},
     {"lognormal", UncertaintyShape::lognormal},
     {"beta", UncertaintyShape::beta},
     {"empirical", UncertaintyShape::empirical},
     {"discrete", UncertaintyShape::discrete},
     {"dirichlet", UncertaintyShape::dirichlet}}};

[[noreturn]] void refuse(const std::string& what, double value, const std::string& rule) {
  throw InvalidValue({.where = "", .what = what, .value = shown(value), .rule = rule});
}

void require_spread(UncertaintyShape shape, double mean, double sd) {
  if (!(sd > 0.0)) refuse("sd", sd, "be > 0");
  const bool only_positive =
      shape == UncertaintyShape::truncated_normal || shape == UncertaintyShape::lognormal;
  if (only_positive && !(mean > 0.0)) refuse("mean", mean, "be > 0");
  if (shape != UncertaintyShape::beta) return;
  if (!(mean > 0.0 && mean < 1.0)) refuse("mean", mean, "be > 0 and < 1");
  const double widest = std::sqrt(mean * (1.0 - mean));
  if (!(sd < widest)) refuse("sd", sd, "be below " + shown(widest) + " for this mean");
}

void require_values(UncertaintyShape shape, const std::vector<double>& values,
                    const std::vector<double>& weights) {
  if (values.empty()) refuse("number of values", 0.0, "be at least 1");
  if (shape != UncertaintyShape::discrete) return;
  if (weights.size() != values.size())
    refuse("number of weights", static_cast<double>(weights.size()),
           "be the number of values, " + std::to_string(values.size()));
  for (const double weight : weights)
    if (!(weight > 0.0)) refuse("weight", weight, "be > 0");
}

}  // namespace

std::string Uncertainty::name() const {
  std::string text = parameter;
  for (const Place::At& one : place.at)
    text += (&one == place.at.data() ? "[" : ",") + one.dimension + "=" + one.item;
  return place.at.empty() ? text : text + "]";
}

UncertaintyShape uncertainty_shape_named(const std::string& name) {
  std::vector<std::string> known;
  for (const auto& [word, shape] : shapes) {
    if (word == name) return shape;
    known.emplace_back(word);
  }
  throw InvalidValue({.where = "",
                      .what = "unknown distribution",
                      .value = name,
                      .rule = "be uniform, triangular, pert, normal, truncated_normal, lognormal, "
                              "beta, empirical, discrete or dirichlet",
                      .nearest = nearest_name(name, known)});
}

const std::vector<std::string>& uncertainty_numbers(UncertaintyShape shape) {
  static const std::vector<std::string> range{"low", "high"};
  static const std::vector<std::string> peaked{"low", "mode", "high"};
  static const std::vector<std::string> spread{"mean", "sd"};
  static const std::vector<std::string> concentration{"concentration"};
  static const std::vector<std::string> none{};
  if (takes_values(shape)) return none;
  if (shape == UncertaintyShape::uniform) return range;
  if (shape == UncertaintyShape::dirichlet) return concentration;
  return shape == UncertaintyShape::triangular || shape == UncertaintyShape::pert ? peaked : spread;
}

bool takes_values(UncertaintyShape shape) {
  return shape == UncertaintyShape::empirical || shape == UncertaintyShape::discrete;
}

void require_uncertainty_numbers(UncertaintyShape shape, const std::vector<double>& numbers,
                                 const std::vector<double>& weights) {
  const std::vector<std::string>& names = uncertainty_numbers(shape);
  for (std::size_t i = 0; i < numbers.size(); ++i)
    require_finite(numbers[i], names.empty() ? "value" : names[i]);
  if (takes_values(shape)) return require_values(shape, numbers, weights);
  if (shape == UncertaintyShape::dirichlet) {
    if (!(numbers[0] >= 1.0)) refuse("concentration", numbers[0], "be >= 1");
    return;
  }
  if (names.front() == "mean") return require_spread(shape, numbers[0], numbers[1]);
  if (!(numbers.back() > numbers.front()))
    refuse("high", numbers.back(), "be above low, which is " + shown(numbers.front()));
  if (names.size() == 3 && !(numbers[1] >= numbers[0] && numbers[1] <= numbers[2]))
    refuse("mode", numbers[1], "lie within low and high");
}

}  // namespace critflow
