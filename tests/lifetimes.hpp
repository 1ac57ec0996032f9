#pragma once

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "critflow/lifetime/distribution.hpp"
#include "critflow/lifetime/entry.hpp"

/// What the tests of lifetimes and stocks share.

struct Moments {
  double mean;
  double sd;
};

/// Mean and standard deviation of the age at the end of use, from the survival curve alone:
/// mean = integral of S, mean of squares = integral of 2 age S, by Simpson's rule from zero.
template <class Model>
Moments moments_of(const Model& lifetime, double horizon) {
  constexpr int intervals = 200000;
  const double width = horizon / intervals;
  Moments sum{0.0, 0.0};
  for (int i = 0; i <= intervals; ++i) {
    const double weight = (i == 0 || i == intervals ? 1.0 : i % 2 == 1 ? 4.0 : 2.0) * width / 3.0;
    sum.mean += weight * lifetime.survival(i * width);
    sum.sd += weight * 2.0 * i * width * lifetime.survival(i * width);
  }
  return {sum.mean, std::sqrt(sum.sd - sum.mean * sum.mean)};
}

/// The lifetimes that a reference case gives, one for each cohort: parameters are one number or one
/// for each.
inline std::vector<critflow::Lifetime> lifetimes_of(const nlohmann::json& given, int cohorts) {
  const auto kind = critflow::distribution_named(given.at("distribution").get<std::string>());
  std::vector<critflow::Lifetime> all;
  for (int cohort = 0; cohort < cohorts; ++cohort) {
    const auto number = [&](std::string_view name) {
      const auto& value = given.at(std::string(name));
      return value.is_array() ? value.at(static_cast<std::size_t>(cohort)).get<double>()
                              : value.get<double>();
    };
    const auto names = critflow::parameters_of(kind);
    if (given.contains("sd"))
      all.push_back(critflow::lifetime_from_mean_sd(kind, number("mean"), number("sd")));
    else
      all.push_back(critflow::lifetime_from_native(kind, number(names[0]),
                                                   names.size() > 1 ? number(names[1]) : 0.0));
  }
  return all;
}

/// The entry that a reference case names: `end`, `spread 6`.
inline critflow::Entry entry_of(const std::string& name) {
  using critflow::Entry;
  if (name == "start") return Entry::start();
  if (name == "middle") return Entry::middle();
  if (name == "end") return Entry::end();
  return Entry::spread(std::stoi(name.substr(7)));
}
