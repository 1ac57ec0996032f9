#include "bound_draws.hpp"

#include <algorithm>
#include <map>
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

BoundDraws::BoundDraws(const Plan& plan, const System& system, const Composition& levers,
                       std::span<const Draw> draws, int samples)
    : samples_(samples), steps_(plan.compiled().years.size()) {
  for (const Draw& draw : draws) {
    const Parameter& parameter = parameter_of(system, draw);
    draws_.push_back({&draw, years_of(draw, system, samples),
                      static_cast<int>(&parameter - system.parameters().data()),
                      parameter.cells_at(draw.place)});
  }
  bind_levers(levers);
  bind(system, plan.compiled().once, once_);
  bind(system, plan.compiled().yearly, yearly_);
}

std::vector<int> BoundDraws::draws_on(int parameter, int cell) const {
  std::vector<int> draws;
  for (std::size_t i = 0; i < draws_.size(); ++i)
    if (draws_[i].parameter == parameter && std::ranges::binary_search(draws_[i].cells, cell))
      draws.push_back(static_cast<int>(i));
  return draws;
}

void BoundDraws::bind_levers(const Composition& levers) {
  std::vector<bool> wanted;
  for (const Composition::Cell& one : levers.cells())
    wanted.push_back(!draws_on(one.parameter, one.cell).empty());
  levers_ = levers.only(wanted);
  for (const Composition::Cell& one : levers_->cells())
    draws_on_.push_back(draws_on(one.parameter, one.cell));
}

void BoundDraws::bind(const System& system, const std::vector<Plan::Load>& loads,
                      std::vector<Touched>& touched) const {
  std::map<int, Bounds> bounds;
  for (const Plan::Load& load : loads) {
    Touched& one = touched.emplace_back();
    one.draws = draws_on(load.parameter, load.cell);
    one.levered = levers_->find(load.parameter, load.cell);
    if (!one.any()) continue;
    if (!bounds.contains(load.parameter))
      bounds[load.parameter] = system.bounds(system.parameters()[at(load.parameter)].name());
    one.bounds = bounds.at(load.parameter);
  }
}

}  // namespace critflow
