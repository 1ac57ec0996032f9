#include <utility>
#include <vector>

#include "critflow/lifetime/survival_table.hpp"
#include "critflow/lifetime/tabulated.hpp"
#include "life_of_instance.hpp"

namespace critflow {

namespace {

/// The lifetimes of one lane, and the cohorts from which on another one holds, the first included.
struct LivesOfLane {
  std::vector<Lifetime> by_cohort;
  std::vector<int> changes;
};

template <Real R>
LivesOfLane lives_of(const LifeOfInstance<R>& life, int lane_number) {
  using Life = LifeOfInstance<R>;
  const LifetimeDescription& said = life.said;
  LivesOfLane lives;
  std::pair<double, double> before;
  for (int cohort = 0; cohort < life.axis.size(); ++cohort) {
    const int step = life.step_of(cohort);
    const std::pair now(life.value(Life::first, step, lane_number),
                        life.value(Life::second, step, lane_number));
    if (cohort > 0 && now == before) {
      lives.by_cohort.push_back(lives.by_cohort.back());
      continue;
    }
    before = now;
    lives.changes.push_back(cohort);
    lives.by_cohort.push_back(said.by_mean_and_sd
                                  ? lifetime_from_mean_sd(said.distribution, now.first, now.second)
                                  : lifetime_from_native(said.distribution, now.first, now.second));
  }
  return lives;
}

/// The shares of the cohorts from `first` on, which is cohort 0 of the table.
struct TableFrom {
  int first;
  SurvivalTable table;
};

/// The tables of one lane: one for all cohorts, or on an annual axis one by age for those in a row
/// that have one life.
template <Real R>
std::vector<TableFrom> tables_of(const LifeOfInstance<R>& life, int lane_number) {
  const Entry& entry = life.said.entry;
  if (!life.said.survival_by_age.empty())
    return {{0, SurvivalTable(life.axis, Tabulated(life.said.survival_by_age), entry)}};
  const auto [by_cohort, changes] = lives_of(life, lane_number);
  if (changes.size() > 1 && !life.axis.annual())
    return {{0, SurvivalTable(life.axis, by_cohort, entry)}};
  std::vector<TableFrom> tables;
  for (const int first : changes) {
    const Years rest = first == 0 ? life.axis : Years(life.axis[first], life.axis.last());
    tables.push_back({first, SurvivalTable(rest, by_cohort[at(first)], entry)});
  }
  return tables;
}

template <Real R>
void set_shares(SurvivalCurve<R>& curve, int lane_number, const std::vector<TableFrom>& tables) {
  for (auto one = tables.begin(); one != tables.end(); ++one) {
    const auto& [first, table] = *one;
    const int end = curve.by_age ? 1 : one + 1 == tables.end() ? curve.steps : (one + 1)->first;
    for (int cohort = first; cohort < end; ++cohort)
      for (int step = cohort; step < curve.steps; ++step) {
        const std::size_t to = curve.place(step, cohort);
        set_lane(curve.survival[to], lane_number, table.survival(step - first, cohort - first));
        set_lane(curve.leaving[to], lane_number, table.leaving(step - first, cohort - first));
      }
  }
}

}  // namespace

template <Real R>
bool fill_by_tables(const LifeOfInstance<R>& life, SurvivalCurve<R>& curve) {
  std::vector<std::vector<TableFrom>> tables(at(lane_count<R>));
  bool by_age = life.axis.annual(), valid = true;
  for (int k = 0; k < lane_count<R>; ++k) try {
      tables[at(k)] = tables_of(life, k);
      by_age = by_age && tables[at(k)].size() == 1;
    } catch (const InvalidValue& wrong) {
      life.complain(k, wrong);
      valid = false;
    }
  curve.clear(by_age, life.axis.size());
  for (int k = 0; k < lane_count<R>; ++k) set_shares(curve, k, tables[at(k)]);
  return valid;
}

template bool fill_by_tables(const LifeOfInstance<double>&, SurvivalCurve<double>&);
template bool fill_by_tables(const LifeOfInstance<Lanes>&, SurvivalCurve<Lanes>&);

}  // namespace critflow
