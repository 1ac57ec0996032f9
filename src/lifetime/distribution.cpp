#include "critflow/lifetime/distribution.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/base/nearest_name.hpp"
#include "critflow/lifetime/exponential.hpp"
#include "critflow/lifetime/fixed.hpp"
#include "critflow/lifetime/folded_normal.hpp"
#include "critflow/lifetime/gamma.hpp"
#include "critflow/lifetime/logistic.hpp"
#include "critflow/lifetime/lognormal.hpp"
#include "critflow/lifetime/normal.hpp"
#include "critflow/lifetime/weibull.hpp"

namespace critflow {

namespace {

using Make = Lifetime (*)(double, double);

struct Known {
  Distribution distribution;
  std::string_view name;
  std::array<std::string_view, 2> parameters;
  Make from_native;
  Make from_mean_sd;
};

template <class Model>
Lifetime native(double first, double second) {
  return Model(first, second);
}

template <class Model>
Lifetime mean_sd(double mean, double sd) {
  return Model::from_mean_sd(mean, sd);
}

void require_equal(double value, double wanted, std::string where, const char* what) {
  if (std::abs(value - wanted) <= 1e-12 * wanted) return;
  throw InvalidValue({.where = std::move(where),
                      .what = what,
                      .value = shown(value),
                      .rule = "be " + shown(wanted)});
}

template <class Model>
Lifetime native_alone(double first, double) {
  return Model(first);
}

Lifetime fixed_mean_sd(double mean, double sd) {
  require_equal(sd, 0.0, "fixed.sd", "a fixed lifetime does not vary");
  return Fixed(mean);
}

Lifetime exponential_mean_sd(double mean, double sd) {
  const Exponential lifetime(mean);
  require_equal(sd, mean, "exponential.sd", "not the mean");
  return lifetime;
}

constexpr std::array<Known, 8> all_known{{
    {Distribution::fixed, "fixed", {"years"}, native_alone<Fixed>, fixed_mean_sd},
    {Distribution::normal, "normal", {"mean", "sd"}, native<Normal>, mean_sd<Normal>},
    {Distribution::folded_normal,
     "folded_normal",
     {"mu", "sigma"},
     native<FoldedNormal>,
     mean_sd<FoldedNormal>},
    {Distribution::lognormal, "lognormal", {"mu", "sigma"}, native<Lognormal>, mean_sd<Lognormal>},
    {Distribution::weibull, "weibull", {"shape", "scale"}, native<Weibull>, mean_sd<Weibull>},
    {Distribution::gamma, "gamma", {"shape", "scale"}, native<Gamma>, mean_sd<Gamma>},
    {Distribution::logistic,
     "logistic",
     {"location", "scale"},
     native<Logistic>,
     mean_sd<Logistic>},
    {Distribution::exponential,
     "exponential",
     {"mean"},
     native_alone<Exponential>,
     exponential_mean_sd},
}};

const Known& known(Distribution distribution) {
  return all_known[static_cast<std::size_t>(distribution)];
}

template <class Make>
Lifetime of_series(std::size_t i, Make make) try {
  return make(i);
} catch (const InvalidValue& error) {
  Fault fault = error.fault();
  fault.where = "lifetimes[" + std::to_string(i) + "]." + fault.where;
  throw InvalidValue(std::move(fault));
}

/// `make(i)` for each series.
template <class Make>
std::vector<Lifetime> of_all(std::size_t series, Make make) {
  std::vector<Lifetime> all;
  all.reserve(series);
  for (std::size_t i = 0; i < series; ++i) all.push_back(of_series(i, make));
  return all;
}

void require_as_many(std::size_t second, std::size_t first) {
  if (second == first) return;
  throw InvalidValue({.where = "lifetimes",
                      .what = "parameters of unequal length",
                      .value = std::to_string(second),
                      .rule = "have " + std::to_string(first) + " entries"});
}

}  // namespace

std::span<const Distribution> distributions() {
  static constexpr auto all = [] {
    std::array<Distribution, all_known.size()> list{};
    for (std::size_t i = 0; i < list.size(); ++i) list[i] = all_known[i].distribution;
    return list;
  }();
  return all;
}

std::string_view name_of(Distribution distribution) { return known(distribution).name; }

std::span<const std::string_view> parameters_of(Distribution distribution) {
  const auto& names = known(distribution).parameters;
  return {names.data(), names[1].empty() ? std::size_t{1} : std::size_t{2}};
}

Distribution distribution_named(std::string_view name) {
  std::vector<std::string> names;
  std::string list;
  for (const Known& each : all_known) {
    if (each.name == name) return each.distribution;
    names.emplace_back(each.name);
    list += (list.empty() ? "" : ", ") + names.back();
  }
  throw InvalidValue({.where = "lifetime",
                      .what = "unknown distribution",
                      .value = std::string(name),
                      .rule = "be one of " + list,
                      .nearest = nearest_name(name, names)});
}

Lifetime lifetime_from_mean_sd(Distribution distribution, double mean, double sd) {
  return known(distribution).from_mean_sd(mean, sd);
}

Lifetime lifetime_from_native(Distribution distribution, double first, double second) {
  const Known& each = known(distribution);
  if (each.parameters[1].empty())
    require_equal(second, 0.0, std::string(each.name) + ".second", "a parameter too many");
  return each.from_native(first, second);
}

std::vector<Lifetime> lifetimes_from_native(Distribution distribution,
                                            std::span<const double> first,
                                            std::span<const double> second) {
  if (parameters_of(distribution).size() == 2 || !second.empty())
    require_as_many(second.size(), first.size());
  return of_all(first.size(), [&](std::size_t i) {
    return lifetime_from_native(distribution, first[i], second.empty() ? 0.0 : second[i]);
  });
}

std::vector<Lifetime> lifetimes_from_mean_sd(Distribution distribution,
                                             std::span<const double> mean,
                                             std::span<const double> sd) {
  require_as_many(sd.size(), mean.size());
  return of_all(mean.size(),
                [&](std::size_t i) { return lifetime_from_mean_sd(distribution, mean[i], sd[i]); });
}

}  // namespace critflow
