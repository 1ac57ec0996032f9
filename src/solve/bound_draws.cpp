#include "bound_draws.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "critflow/base/nearest_name.hpp"

namespace critflow {

namespace {

const Parameter& parameter_of(const System& system, const Draw& draw) {
  if (const Parameter* found = system.parameter(draw.parameter)) return *found;
  std::vector<std::string> names;
  for (const Parameter& one : system.parameters()) names.push_back(one.name());
  throw InvalidValue({.where = "draw",
                      .what = "unknown parameter",
                      .value = draw.parameter,
                      .rule = "be a parameter of the system",
                      .nearest = nearest_name(draw.parameter, names)});
}

}  // namespace

std::size_t years_of(const Draw& draw, const System& system, int samples) {
  const bool yearly = parameter_of(system, draw).shape.yearly;
  const std::size_t years = at(system.description().years.size());
  const std::string where = "draw." + draw.parameter;
  for (const double value : draw.values) require_finite(value, where);
  if (draw.values.size() == at(samples)) return 1;
  if (draw.values.size() != at(samples) * years)
    throw InvalidValue({.where = where,
                        .what = "another number of samples",
                        .value = std::to_string(draw.values.size()),
                        .rule = "have " + std::to_string(samples) + " values, or " +
                                std::to_string(samples) + " x " + std::to_string(years)});
  if (!yearly)
    throw InvalidValue({.where = where,
                        .what = "drawn by year",
                        .value = "constant in the system",
                        .rule = "be given for years there too"});
  return years;
}

BoundDraws::BoundDraws(const Plan& plan, const System& system, std::span<const Draw> draws,
                       int samples)
    : samples_(samples),
      once_(plan.compiled().once.size()),
      yearly_(plan.compiled().yearly.size()) {
  for (const Draw& draw : draws) bind(plan, system, draw);
}

void BoundDraws::bind(const Plan& plan, const System& system, const Draw& draw) {
  const Parameter& parameter = parameter_of(system, draw);
  const auto position = static_cast<int>(&parameter - system.parameters().data());
  const int number = static_cast<int>(draws_.size());
  draws_.push_back({&draw, years_of(draw, system, samples_), system.bounds(draw.parameter)});
  const std::vector<int> cells = parameter.cells_at(draw.place);
  const auto find_in = [&](const std::vector<Plan::Load>& loads, ByLoad& on) {
    for (std::size_t i = 0; i < loads.size(); ++i)
      if (loads[i].parameter == position && std::ranges::binary_search(cells, loads[i].cell))
        on[i].push_back(number);
  };
  find_in(plan.compiled().once, once_);
  find_in(plan.compiled().yearly, yearly_);
}

}  // namespace critflow
