#include <algorithm>
#include <cmath>
#include <optional>
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
  std::vector<R> shape{};
  std::vector<R> log2_scale{};
  bool valid = true;

  explicit Weibulls(const LifeOfInstance<R>& life) {
    using Life = LifeOfInstance<R>;
    const auto value = [&](typename Life::Port port, int step) {
      return life.has(port) ? life.value(port, step) : R(0.0);
    };
    R first_before{}, second_before{};
    bool varies = false;
    for (int step = 0; step < life.view.years().size(); ++step) {
      const R first = value(Life::first, step), second = value(Life::second, step);
      shape.push_back(step > 0 ? shape.back() : R(1.0));
      log2_scale.push_back(step > 0 ? log2_scale.back() : R(0.0));
      for (int k = 0; k < lane_count<R>; ++k) {
        if (step > 0 && lane(first, k) == lane(first_before, k) &&
            lane(second, k) == lane(second_before, k))
          continue;
        varies = varies || step > 0;
        read(life, k, lane(first, k), lane(second, k));
      }
      first_before = first;
      second_before = second;
    }
    if (varies) return;
    shape.resize(1);
    log2_scale.resize(1);
  }

 private:
  void read(const LifeOfInstance<R>& life, int k, double first, double second) {
    try {
      const Weibull one =
          life.said.by_mean_and_sd ? Weibull::from_mean_sd(first, second) : Weibull(first, second);
      set_lane(shape.back(), k, one.shape());
      set_lane(log2_scale.back(), k, std::log2(one.scale()));
    } catch (const InvalidValue& wrong) {
      life.complain(k, wrong);
      valid = false;
    }
  }
};

template <Real R>
void fill_by_age(const LifeOfInstance<R>& life, const Weibulls<R>& lives, SurvivalCurve<R>& curve) {
  const SharesByAge<R> shares = weibull_shares_by_age(
      life.axis.size(), life.said.entry, lives.shape.front(), lives.log2_scale.front());
  std::ranges::reverse_copy(shares.survival, curve.survival.begin());
  std::ranges::reverse_copy(shares.leaving, curve.leaving.begin());
}

/// Where all cohorts have one life, it is the first.
template <Real R>
std::vector<R> by_cohort(const LifeOfInstance<R>& life, const std::vector<R>& by_step) {
  std::vector<R> all;
  all.reserve(at(life.axis.size()));
  for (int cohort = 0; cohort < life.axis.size(); ++cohort)
    all.push_back(by_step.size() == 1 ? by_step.front() : by_step[at(life.step_of(cohort))]);
  return all;
}

template <Real R>
void fill_all(WeibullRows<R>& rows, SurvivalCurve<R>& curve) {
  for (int step = 0; step < curve.steps; ++step) {
    const auto row = rows.at(step);
    std::copy_n(row.survival, step + 1, &curve.survival[curve.place(step, 0)]);
    std::copy_n(row.leaving, step + 1, &curve.leaving[curve.place(step, 0)]);
  }
}

}  // namespace

template <Real R>
bool fill_weibull(const LifeOfInstance<R>& life, SurvivalCurve<R>& curve, bool keep_all) {
  const Weibulls<R> lives(life);
  const bool by_age = life.axis.annual() && lives.shape.size() == 1;
  if (by_age) {
    curve.clear(true, life.axis.size());
    fill_by_age(life, lives, curve);
    return lives.valid;
  }
  std::optional<WeibullRows<R>> rows = std::move(curve.rows);
  if (!rows) rows.emplace(life.axis, life.said.entry);
  rows->start(by_cohort(life, lives.shape), by_cohort(life, lives.log2_scale));
  if (!keep_all) {
    curve.keep(*std::move(rows), life.axis.size());
    return lives.valid;
  }
  curve.clear(false, life.axis.size());
  fill_all(*rows, curve);
  return lives.valid;
}

template bool fill_weibull(const LifeOfInstance<double>&, SurvivalCurve<double>&, bool);
template bool fill_weibull(const LifeOfInstance<Lanes>&, SurvivalCurve<Lanes>&, bool);

}  // namespace critflow
