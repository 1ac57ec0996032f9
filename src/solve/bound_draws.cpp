#include "bound_draws.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "critflow/base/nearest_name.hpp"

namespace critflow {

namespace {

constexpr double largest = std::numeric_limits<double>::max();

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

template <class Add>
void for_each_load(const Plan::Compiled& plan, BoundLoads& once, BoundLoads& yearly,
                   BoundLoads& ahead, Add add) {
  for (std::size_t i = 0; i < plan.once.size(); ++i) add(plan.once[i], static_cast<int>(i), once);
  for (std::size_t i = 0; i < plan.yearly.size(); ++i)
    add(plan.yearly[i], static_cast<int>(i), yearly);
  for (const int i : plan.loads_ahead) add(plan.yearly[at(i)], i, ahead);
}

}  // namespace

std::size_t years_of(const Draw& draw, const System& system, int samples) {
  const bool yearly = parameter_of(system, draw).shape.yearly;
  const std::size_t years = at(system.description().years.size());
  const std::string where = "draw." + draw.parameter;
  // All are looked at before any is told of, which takes no branch for each.
  bool finite = true;
  for (const double value : draw.values) finite &= std::abs(value) <= largest;
  for (std::size_t i = 0; !finite && i < draw.values.size(); ++i)
    require_finite(draw.values[i], where);
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

BoundDraws::BoundDraws(const Plan& plan) : steps_(plan.compiled().years.size()) {
  const Plan::Compiled& compiled = plan.compiled();
  const auto add = [](const Plan::Load& load, int number, BoundLoads& loads) {
    loads.given.push_back({load.slot, number});
  };
  for_each_load(compiled, once_, yearly_, ahead_, add);
}

BoundDraws::BoundDraws(const Plan& plan, const System& system, const Composition& levers,
                       std::span<const Draw> draws, int samples)
    : samples_(samples), steps_(plan.compiled().years.size()) {
  for (const Draw& draw : draws) {
    const Parameter& parameter = parameter_of(system, draw);
    const bool yearly = years_of(draw, system, samples) > 1;
    draws_.push_back({&draw,
                      static_cast<int>(&parameter - system.parameters().data()),
                      parameter.cells_at(draw.place),
                      {yearly ? of_years_++ : of_all_years_++, yearly, draw.multiplies}});
  }
  bind_levers(levers);
  const std::vector<Bounds> bounds = system.bounds();
  for_each_load(plan.compiled(), once_, yearly_, ahead_,
                [&](const Plan::Load& load, int number, BoundLoads& loads) {
                  bind(load, number, bounds[at(load.parameter)], loads);
                });
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

void BoundDraws::bind(const Plan::Load& load, int number, const Bounds& bounds,
                      BoundLoads& loads) const {
  const int levered = levers_->find(load.parameter, load.cell);
  const std::vector<int> draws = draws_on(load.parameter, load.cell);
  if (levered < 0 && draws.empty()) {
    loads.given.push_back({load.slot, number});
    return;
  }
  if (levered >= 0) {
    loads.levered.push_back({load.slot, levered});
  } else {
    const auto begin = static_cast<int>(loads.acting.size());
    for (const int draw : draws) loads.acting.push_back(draws_[at(draw)].acting);
    loads.drawn.push_back({load.slot, number, begin, static_cast<int>(loads.acting.size())});
  }
  loads.bounds.push_back({load.slot, bounds.least, bounds.most});
  loads.bounded.push_back({load.parameter, load.cell});
}

}  // namespace critflow
