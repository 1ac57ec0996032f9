#include <optional>
#include <utility>
#include <vector>

#include "critflow/lifetime/survival_table.hpp"
#include "critflow/lifetime/tabulated.hpp"
#include "life_of_instance.hpp"

namespace critflow {

namespace {

/// The table of one lane.
template <Real R>
SurvivalTable table_of(const LifeOfInstance<R>& life, int lane_number) {
  using Life = LifeOfInstance<R>;
  const LifetimeDescription& said = life.said;
  if (!said.survival_by_age.empty())
    return SurvivalTable(life.axis, Tabulated(said.survival_by_age), said.entry);
  const auto parameters = [&](int step) {
    return std::pair(life.value(Life::first, step, lane_number),
                     life.value(Life::second, step, lane_number));
  };
  std::vector<Lifetime> by_step;
  bool varies = false;
  for (int step = 0; step < life.view.years().size(); ++step) {
    if (step > 0 && parameters(step) == parameters(step - 1)) {
      by_step.push_back(by_step.back());
      continue;
    }
    varies = varies || step > 0;
    const auto [first, second] = parameters(step);
    by_step.push_back(said.by_mean_and_sd ? lifetime_from_mean_sd(said.distribution, first, second)
                                          : lifetime_from_native(said.distribution, first, second));
  }
  if (!varies) return SurvivalTable(life.axis, by_step.front(), said.entry);
  std::vector<Lifetime> by_cohort;
  for (int cohort = 0; cohort < life.axis.size(); ++cohort)
    by_cohort.push_back(by_step[at(life.step_of(cohort))]);
  return SurvivalTable(life.axis, by_cohort, said.entry);
}

}  // namespace

template <Real R>
bool fill_by_tables(const LifeOfInstance<R>& life, SurvivalCurve<R>& curve) {
  std::vector<std::optional<SurvivalTable>> tables(at(lane_count<R>));
  bool by_age = true, valid = true;
  for (int k = 0; k < lane_count<R>; ++k) {
    try {
      tables[at(k)] = table_of(life, k);
      by_age = by_age && tables[at(k)]->by_age();
    } catch (const InvalidValue& wrong) {
      life.complain(k, wrong);
      valid = false;
    }
  }
  curve.clear(by_age, life.axis.size());
  for (int k = 0; k < lane_count<R>; ++k)
    for (int cohort = 0; tables[at(k)] && cohort < (by_age ? 1 : curve.steps); ++cohort)
      for (int step = cohort; step < curve.steps; ++step) {
        const std::size_t to = curve.place(step, cohort);
        set_lane(curve.survival[to], k, tables[at(k)]->survival(step, cohort));
        set_lane(curve.leaving[to], k, tables[at(k)]->leaving(step, cohort));
      }
  return valid;
}

template bool fill_by_tables(const LifeOfInstance<double>&, SurvivalCurve<double>&);
template bool fill_by_tables(const LifeOfInstance<Lanes>&, SurvivalCurve<Lanes>&);

}  // namespace critflow
