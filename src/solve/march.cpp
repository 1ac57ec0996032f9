#include "march.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "base/flush_to_zero.hpp"
#include "base/index.hpp"

namespace critflow {

namespace {

constexpr std::size_t most_faults = 100;

void require_same_drawing(const Plan::Compiled& plan, const System& system) {
  const std::vector<ParameterShape>& shapes = plan.parameters;
  const bool same =
      std::equal(
          shapes.begin(), shapes.end(), system.parameters().begin(), system.parameters().end(),
          [](const ParameterShape& shape, const Parameter& one) { return shape == one.shape; }) &&
      system.network().edges.size() == plan.network.edges.size() &&
      system.description().years.values() == plan.years.values();
  if (!same)
    throw InvalidValue({.where = "plan",
                        .what = "compiled for another drawing",
                        .value = system.description().name,
                        .rule = "be compiled for this system"});
}

}  // namespace

template <Real R>
March<R>::March(const Plan& plan, const System& system, const Reading* reading)
    : plan_(plan.compiled()),
      system_(system),
      records_(reading == nullptr),
      machine_(plan_.program),
      ahead_(plan_.ports.size()),
      watch_(plan_),
      uniqueness_(at(lane_count<R>)),
      faults_(at(lane_count<R>)) {
  require_same_drawing(plan_, system);
  for (const Plan::CheckedSlot& check : plan_.checks)
    bounds_.push_back({check.slot, check.low, check.high});
  if (reading != nullptr) read_with(*reading);
  const auto given = [&](const Plan::Load& load, int step) {
    return system_.parameters()[at(load.parameter)].value(load.cell, step);
  };
  for (const Plan::Load& one : plan_.once) given_once_.push_back(given(one, 0));
  for (int step = 0; step < plan_.years.size(); ++step)
    for (const Plan::Load& one : plan_.yearly) given_yearly_.push_back(given(one, step));
  complain_ = [this](int lane_number, Fault fault) { add_fault(lane_number, std::move(fault)); };
  for (std::size_t p = 0; p < plan_.ports.size(); ++p) {
    const Rememberer& one = plan_.network.rememberers[p];
    views_.emplace_back(std::span<R>(machine_.slots()), plan_.ports[p].ports, one.lifetimes,
                        plan_.years, typename View<R>::Names{one.places, one.layers}, ahead_[p],
                        complain_);
    memories_.push_back(system_.description().processes[at(one.process)].kind.template memory<R>());
    ahead_[p].place_of_slot.assign(at(plan_.program.slots()), -1);
    int next = 0;
    for (const int slot : plan_.ports[p].ahead)
      if (ahead_[p].place_of_slot[at(slot)] < 0) ahead_[p].place_of_slot[at(slot)] = next++;
    ahead_[p].values.assign(at(plan_.years.size()), std::vector<R>(at(next)));
  }
}

template <Real R>
void March<R>::read_with(const Reading& reading) {
  std::vector<std::pair<int, int>> of_sum;  // begin and end of its slots
  for (const Reading::Sum& sum : reading.sums()) {
    const auto begin = static_cast<int>(read_slots_.size());
    for (const int edge : sum.edges) read_slots_.push_back(plan_.flow_slots[at(edge)]);
    for (const int level : sum.levels) read_slots_.push_back(plan_.levels[at(level)].slot);
    of_sum.emplace_back(begin, static_cast<int>(read_slots_.size()));
  }
  read_in_.resize(at(plan_.years.size()));
  for (int cell = 0; cell < reading.cells(); ++cell) {
    const auto& [sum, step] = reading.all()[at(cell)];
    read_in_[at(step)].push_back({cell, of_sum[at(sum)].first, of_sum[at(sum)].second});
  }
  cells_.resize(at(reading.cells()));
}

template <Real R>
void March<R>::add_fault(int lane_number, Fault fault) {
  std::vector<Fault>& of_lane = faults_[at(lane_number)];
  if (of_lane.size() < most_faults) of_lane.push_back(std::move(fault));
}

template <Real R>
void March<R>::load(const BoundLoads& loads, const double* given, int step) {
  R* const slots = machine_.slots().data();
  load_given<R>(loads.given, given, slots);
  load_drawn<R>(loads.drawn, loads.acting.data(), given,
                {side_.of_all_years.data(), side_.of_years.data(), step, plan_.years.size()},
                slots);
  for (const auto& [slot, number] : loads.levered)
    machine_.at(slot) = draws_->levered(side_, number, step);
  if (!all_within<R>(loads.bounds, slots)) tell_outside(loads);
}

/// Once for each number and lane.
template <Real R>
void March<R>::tell_outside(const BoundLoads& loads) {
  for (std::size_t i = 0; i < loads.bounds.size(); ++i)
    for (int k = 0; k < lane_count<R>; ++k) {
      const Within& bounds = loads.bounds[i];
      const double one = lane(machine_.at(bounds.slot), k);
      if (one >= bounds.low && one <= bounds.high) continue;
      const auto& [number, cell] = loads.bounded[i];
      const Parameter& parameter = system_.parameters()[at(number)];
      const Fault too_large{
          .where = "", .what = "too large", .value = shown(one), .rule = "be finite"};
      Fault fault = system_.misuse(parameter.name(), one).value_or(too_large);
      fault.where = "draw." + parameter.name() + parameter.place(cell).text();
      const bool told = std::ranges::any_of(
          faults_[at(k)], [&](const Fault& before) { return before.where == fault.where; });
      if (!told) add_fault(k, std::move(fault));
    }
}

template <Real R>
void March<R>::load_year(const BoundLoads& loads, int step) {
  load(loads, given_yearly_.data() + at(step) * plan_.yearly.size(), step);
}

/// The values of every year at the ports that ask for them, before the first year is run.
template <Real R>
void March<R>::read_ahead() {
  for (int step = plan_.years.size() - 1; step >= 0; --step) {
    load_year(draws_->ahead(), step);
    machine_.run(plan_.ahead);
    for (std::size_t p = 0; p < plan_.ports.size(); ++p)
      for (const int slot : plan_.ports[p].ahead)
        ahead_[p].values[at(step)][at(ahead_[p].place_of_slot[at(slot)])] = machine_.at(slot);
  }
}

template <Real R>
void March<R>::begin_year(int step) {
  load_year(draws_->yearly(), step);
  machine_.run_yearly();
}

template <Real R>
void March<R>::forget() {
  machine_.forget();
  values_ = {};
  uniqueness_.assign(at(lane_count<R>), {});
  for (std::vector<Fault>& of_lane : faults_) of_lane.clear();
}

template <Real R>
void March<R>::prepare(const BoundDraws& draws, int first) {
  draws_ = &draws;
  draws.gather(first, side_);
  forget();
  load(draws.once(), given_once_.data(), 0);
  machine_.run_once();
  read_ahead();
  begin_year(0);
  for (std::size_t p = 0; p < memories_.size(); ++p)
    if (memories_[p]) memories_[p]->start(views_[p]);
  machine_.run_levels();
  watch_.start(machine_.slots());
  if (records_) begin_record();
}

template <Real R>
void March<R>::run(const BoundDraws& draws, int first) {
  const FlushToZero in_this_walk;
  prepare(draws, first);
  for (int step = 0; step < plan_.years.size(); ++step) {
    // A lane with faults is given up; where all are, the years that follow tell nothing more.
    if (std::ranges::none_of(faults_, &std::vector<Fault>::empty)) return;
    balance_year(step);
  }
  check_balance();
}

template <Real R>
void March<R>::balance_year(int step) {
  begin_year(step);
  for (std::size_t p = 0; p < memories_.size(); ++p) {
    views_[p].set_step(step);
    if (memories_[p]) memories_[p]->route(views_[p]);
  }
  machine_.run_balance();
  check_shares(step);
  certify_year(step);
  for (std::size_t p = 0; p < memories_.size(); ++p)
    if (memories_[p]) memories_[p]->settle(views_[p]);
  machine_.run_levels();
  watch_.look(machine_.slots(), step);
  check_numbers(step);
  if (records_)
    record();
  else
    sum_slots<R>(read_in_[at(step)], read_slots_.data(), machine_.slots().data(), cells_.data());
}

template <Real R>
void March<R>::begin_record() {
  const std::size_t steps = at(plan_.years.size());
  values_.flows.reserve(steps * plan_.flow_slots.size());
  values_.levels.reserve(steps * plan_.levels.size());
  values_.clamps.reserve(steps * plan_.clamps.size());
  for (const Plan::StockLevel& level : plan_.levels)
    values_.before.push_back(lane(machine_.at(level.slot), 0));
}

template <Real R>
void March<R>::record() {
  for (const int slot : plan_.flow_slots) values_.flows.push_back(lane(machine_.at(slot), 0));
  for (const Plan::StockLevel& level : plan_.levels)
    values_.levels.push_back(lane(machine_.at(level.slot), 0));
  for (const Plan::ClampSlots& one : plan_.clamps)
    values_.clamps.push_back({lane(machine_.at(one.wanted), 0), lane(machine_.at(one.low), 0),
                              lane(machine_.at(one.high), 0)});
}

template <Real R>
Run::Values March<R>::take_values() {
  values_.balance = watch_.result(0);
  values_.uniqueness = uniqueness_.front();
  return std::move(values_);
}

template class March<double>;
template class March<Lanes>;

}  // namespace critflow
