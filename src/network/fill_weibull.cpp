#include <algorithm>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

#include "critflow/lifetime/weibull.hpp"
#include "life_of_instance.hpp"
#include "lifetime/weibull_shares.hpp"

namespace critflow {

namespace {

/// The Weibull lifetimes of an instance, by step; of the first step alone where all are the same.
template <Real R>
struct Weibulls {
  std::vector<R> shape;
  std::vector<R> log2_scale;
  bool valid = true;

  explicit Weibulls(const LifeOfInstance<R>& life)
      : shape(at(life.view.years().size()), R(1.0)), log2_scale(shape.size(), R(0.0)) {
    bool varies = false;
    for (int k = 0; k < lane_count<R>; ++k) varies = read_lane(life, k) || varies;
    if (varies) return;
    shape.resize(1);
    log2_scale.resize(1);
  }

 private:
  /// @return whether they differ
  bool read_lane(const LifeOfInstance<R>& life, int k) {
    using Life = LifeOfInstance<R>;
    bool varies = false;
    std::pair<double, double> before;
    for (int step = 0; step < static_cast<int>(shape.size()); ++step) {
      const std::pair now(life.value(Life::first, step, k), life.value(Life::second, step, k));
      if (step > 0 && now == before) {
        set_lane(shape[at(step)], k, lane(shape[at(step - 1)], k));
        set_lane(log2_scale[at(step)], k, lane(log2_scale[at(step - 1)], k));
        continue;
      }
      varies = varies || step > 0;
      before = now;
      try {
        const Weibull one = life.said.by_mean_and_sd ? Weibull::from_mean_sd(now.first, now.second)
                                                     : Weibull(now.first, now.second);
        set_lane(shape[at(step)], k, one.shape());
        set_lane(log2_scale[at(step)], k, std::log2(one.scale()));
      } catch (const InvalidValue& wrong) {
        life.complain(k, wrong);
        valid = false;
      }
    }
    return varies;
  }
};

/// Of what enters at `place` of the step of a cohort, at the ends of that step and those after it.
std::vector<double> log2_ages(const Years& axis, int cohort, double place) {
  std::vector<double> ages;
  const double entry = axis.bound(cohort) + place * axis.length(cohort);
  for (int step = cohort; step < axis.size(); ++step)
    ages.push_back(std::log2(std::max(axis.bound(step + 1) - entry, 0.0)));
  return ages;
}

}  // namespace

template <Real R>
bool fill_weibull(const LifeOfInstance<R>& life, SurvivalCurve<R>& curve) {
  const Weibulls<R> lives(life);
  const bool varies = lives.shape.size() > 1;
  const Years& axis = life.axis;
  const bool by_age = axis.annual() && !varies;
  curve.clear(by_age, axis.size());
  std::vector<R> survival(at(axis.size())), leaving(survival);
  for (const auto& [place, share] : life.said.entry.points()) {
    std::vector<double> ages = log2_ages(axis, 0, place);
    for (int cohort = 0; cohort < (by_age ? 1 : axis.size()); ++cohort) {
      if (!axis.annual()) ages = log2_ages(axis, cohort, place);
      const std::size_t step_of_life = varies ? at(life.step_of(cohort)) : 0;
      weibull_shares<R>(std::span(ages).first(at(axis.size() - cohort)), lives.shape[step_of_life],
                        lives.log2_scale[step_of_life], survival.data(), leaving.data());
      for (int step = cohort; step < axis.size(); ++step) {
        curve.survival[curve.place(step, cohort)] += R(share) * survival[at(step - cohort)];
        curve.leaving[curve.place(step, cohort)] += R(share) * leaving[at(step - cohort)];
      }
    }
  }
  return lives.valid;
}

template bool fill_weibull(const LifeOfInstance<double>&, SurvivalCurve<double>&);
template bool fill_weibull(const LifeOfInstance<Lanes>&, SurvivalCurve<Lanes>&);

}  // namespace critflow
