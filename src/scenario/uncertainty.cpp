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

constexpr std::array<std::pair<std::string_view, UncertaintyShape>, 7> shapes{
    {{"uniform", UncertaintyShape::uniform},
     {"triangular", UncertaintyShape::triangular},
     {"pert", UncertaintyShape::pert},
     {"normal", UncertaintyShape::normal},
     {"truncated_normal", UncertaintyShape::truncated_normal},
     {"lognormal", UncertaintyShape::lognormal},
     {"beta", UncertaintyShape::beta}}};

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

}  // namespace

UncertaintyShape uncertainty_shape_named(const std::string& name) {
  std::vector<std::string> known;
  for (const auto& [word, shape] : shapes) {
    if (word == name) return shape;
    known.emplace_back(word);
  }
  throw InvalidValue({.where = "",
                      .what = "unknown distribution",
                      .value = name,
                      .rule = "be uniform, triangular, pert, normal, truncated_normal, lognormal "
                              "or beta",
                      .nearest = nearest_name(name, known)});
}

const std::vector<std::string>& uncertainty_numbers(UncertaintyShape shape) {
  static const std::vector<std::string> range{"low", "high"};
  static const std::vector<std::string> peaked{"low", "mode", "high"};
  static const std::vector<std::string> spread{"mean", "sd"};
  if (shape == UncertaintyShape::uniform) return range;
  return shape == UncertaintyShape::triangular || shape == UncertaintyShape::pert ? peaked : spread;
}

void require_uncertainty_numbers(UncertaintyShape shape, const std::vector<double>& numbers) {
  const std::vector<std::string>& names = uncertainty_numbers(shape);
  for (std::size_t i = 0; i < names.size(); ++i) require_finite(numbers[i], names[i]);
  if (names.front() == "mean") return require_spread(shape, numbers[0], numbers[1]);
  if (!(numbers.back() > numbers.front()))
    refuse("high", numbers.back(), "be above low, which is " + shown(numbers.front()));
  if (names.size() == 3 && !(numbers[1] >= numbers[0] && numbers[1] <= numbers[2]))
    refuse("mode", numbers[1], "lie within low and high");
}

}  // namespace critflow
