#include "critflow/network/survival_curves.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <string>
#include <utility>

#include "base/index.hpp"
#include "life_of_instance.hpp"

namespace critflow {

namespace {

/// The axis of the run with `history` years before it.
Years longer(const Years& years, int history) {
  if (history == 0) return years;
  std::vector<int> all;
  for (int year = years.first() - history; year < years.first(); ++year) all.push_back(year);
  all.insert(all.end(), years.values().begin(), years.values().end());
  return Years(std::move(all));
}

template <Real R>
bool same(const std::vector<R>& a, const std::vector<R>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(R)) == 0;
}

template <Real R>
bool factors_are_valid(const LifeOfInstance<R>& life) {
  bool valid = true;
  for (int step = 0; step < life.view.years().size(); ++step)
    for (int k = 0; k < lane_count<R>; ++k) {
      const double factor = life.value(LifeOfInstance<R>::hazard_factor, step, k);
      if (factor >= 0.0 && std::isfinite(factor)) continue;
      valid = false;
      try {
        require_not_negative(factor,
                             "hazard factor[" + std::to_string(life.view.years()[step]) + "]");
      } catch (const InvalidValue& wrong) {
        life.complain(k, wrong);
      }
    }
  return valid;
}

/// What leaves, of what is there, so many times as much in each step of the run: see
/// `SurvivalTable::with_hazard_factors`.
template <Real R>
void apply_hazard_factors(const LifeOfInstance<R>& life, SurvivalCurve<R>& curve) {
  const SurvivalCurve<R> without = curve;
  curve.clear(false, without.steps);
  for (int cohort = 0; cohort < curve.steps; ++cohort) {
    R left(1.0), before(1.0);
    for (int step = cohort; step < curve.steps; ++step) {
      const std::size_t from = without.place(step, cohort), to = curve.place(step, cohort);
      R hazard = ratio(without.leaving[from], before);
      if (step >= life.history)
        hazard *= life.value(LifeOfInstance<R>::hazard_factor, step - life.history);
      hazard = smaller(hazard, R(1.0));
      before = without.survival[from];
      curve.leaving[to] = left * hazard;
      left *= R(1.0) - hazard;
      curve.survival[to] = left;
    }
  }
}

/// Behind the last age at which anything is left, nothing is summed.
template <Real R>
void end_with_the_last(SurvivalCurve<R>& curve) {
  const auto nothing_left_at = [&](int age) {
    const std::size_t place = curve.place(age, 0);
    return !any(curve.survival[place]) && !any(curve.leaving[place]);
  };
  while (curve.by_age && curve.ages > 1 && nothing_left_at(curve.ages - 1)) --curve.ages;
}

/// Worth keeping for other samples.
template <Real R>
bool same_in_all_lanes(const std::vector<R>& parameters) {
  return std::ranges::all_of(parameters, [](const R& one) {
    for (int k = 1; k < lane_count<R>; ++k)
      if (lane(one, k) != lane(one, 0)) return false;
    return true;
  });
}

template <Real R>
void make(const LifeOfInstance<R>& life, SurvivalCurve<R>& curve, bool keep_all) {
  const bool weibull =
      life.said.distribution == Distribution::weibull && life.said.survival_by_age.empty();
  curve.valid = weibull ? fill_weibull(life, curve, keep_all) : fill_by_tables(life, curve);
  if (life.has(LifeOfInstance<R>::hazard_factor)) {
    curve.valid = factors_are_valid(life) && curve.valid;
    apply_hazard_factors(life, curve);
  }
  end_with_the_last(curve);
}

}  // namespace

template <Real R>
SurvivalCurves<R>::SurvivalCurves(const View<R>& view, int first_port, int history, int lifetime,
                                  Steps asked)
    : axis_(longer(view.years(), history)), history_(history) {
  for (int i = 0; i < view.instances(); ++i) {
    std::array<int, 4> origin{lifetime, -1, -1, -1};
    for (int k = 0; k < 3; ++k)
      if (view.has(first_port + k)) origin[at(k + 1)] = view.slot(first_port + k, i);
    SurvivalCurve<R>& curve = view.curve(origin);
    const bool seen = std::ranges::find(curve_, &curve) != curve_.end();
    curve_.push_back(&curve);
    if (seen) continue;
    const LifeOfInstance<R> life{view, view.lifetime(lifetime), first_port, i, axis_, history_};
    std::vector<R> parameters = life.parameters();
    curve.ahead.first = -1;
    if (curve.valid && curve.steps == steps() && same(curve.made_of, parameters)) continue;
    curve.made_of = std::move(parameters);
    make(life, curve,
         asked == Steps::in_any_order || same_in_all_lanes(curve.made_of) ||
             life.has(LifeOfInstance<R>::hazard_factor));
  }
}

template <Real R>
void SurvivalCurves<R>::look_ahead(SurvivalCurve<R>& curve, int step) {
  static_assert(WeibullRows<R>::together >= SharesAhead<R>::steps);
  if (curve.rows) curve.rows->make(step);
  for (int k = 0; k < SharesAhead<R>::steps; ++k) {
    const int now = std::min(step + k, curve.steps - 1);
    curve.ahead.survival[at(k)] = curve.survival_in(now);
    curve.ahead.leaving[at(k)] = curve.leaving_in(now);
  }
  curve.ahead.first = step;
  curve.ahead.oldest = curve.oldest(step);
}

template class SurvivalCurves<double>;
template class SurvivalCurves<Lanes>;

}  // namespace critflow
