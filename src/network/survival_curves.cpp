#include "critflow/network/survival_curves.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "base/index.hpp"
#include "critflow/lifetime/survival_table.hpp"
#include "critflow/lifetime/tabulated.hpp"
#include "critflow/lifetime/weibull.hpp"
#include "lifetime/weibull_shares.hpp"

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

/// The table of one lane of one instance.
template <Real R>
class TableOfLane {
 public:
  TableOfLane(const View<R>& view, const LifetimeDescription& said, int first_port, int instance,
              const Years& axis, int lane_number)
      : view_(view),
        said_(said),
        port_(first_port),
        instance_(instance),
        history_(axis.size() - view.years().size()),
        lane_(lane_number),
        years_(axis) {}

  [[nodiscard]] SurvivalTable make() const {
    if (!said_.survival_by_age.empty())
      return with_hazard(SurvivalTable(years_, Tabulated(said_.survival_by_age), said_.entry));
    if (!varies(port_) && !varies(port_ + 1))
      return with_hazard(SurvivalTable(years_, lifetime(0), said_.entry));
    std::vector<Lifetime> cohorts;
    for (int cohort = 0; cohort < years_.size(); ++cohort)
      cohorts.push_back(lifetime(cohort < history_ ? 0 : cohort - history_));
    return with_hazard(SurvivalTable(years_, cohorts, said_.entry));
  }

 private:
  [[nodiscard]] double value(int port, int step) const {
    return view_.has(port) ? lane(view_.ahead(port, instance_, step), lane_) : 0.0;
  }

  [[nodiscard]] bool varies(int port) const {
    for (int step = 1; step < view_.years().size(); ++step)
      if (value(port, step) != value(port, 0)) return true;
    return false;
  }

  [[nodiscard]] Lifetime lifetime(int step) const {
    const double first = value(port_, step), second = value(port_ + 1, step);
    return said_.by_mean_and_sd ? lifetime_from_mean_sd(said_.distribution, first, second)
                                : lifetime_from_native(said_.distribution, first, second);
  }

  [[nodiscard]] SurvivalTable with_hazard(SurvivalTable table) const {
    if (!view_.has(port_ + 2)) return table;
    std::vector<double> factors(at(years_.size()), 1.0);
    for (int step = 0; step < view_.years().size(); ++step)
      factors[at(history_ + step)] = value(port_ + 2, step);
    return table.with_hazard_factors(factors);
  }

  const View<R>& view_;
  const LifetimeDescription& said_;
  int port_, instance_, history_, lane_;
  const Years& years_;
};

/// Says what is wrong with a lifetime in one lane.
template <Real R>
void complain(const View<R>& view, int lane_number, int instance, const std::string& lifetime,
              const InvalidValue& wrong) {
  Fault fault = wrong.fault();
  fault.where = "." + lifetime + ": " + fault.where;
  view.complain(lane_number, instance, std::move(fault));
}

/// The Weibull lifetimes of an instance, by step; of one step alone where all are the same.
template <Real R>
struct Weibulls {
  std::vector<R> shape;
  std::vector<R> log2_scale;
};

template <Real R>
Weibulls<R> weibulls_of(const View<R>& view, const LifetimeDescription& said, int first_port,
                        int instance) {
  const std::size_t steps = at(view.years().size());
  Weibulls<R> all{std::vector<R>(steps, R(1.0)), std::vector<R>(steps, R(0.0))};
  bool varies = false;
  for (int k = 0; k < lane_count<R>; ++k) {
    std::pair<double, double> before;
    for (std::size_t step = 0; step < steps; ++step) {
      const auto value = [&](int port) {
        return lane(view.ahead(port, instance, static_cast<int>(step)), k);
      };
      const std::pair now(value(first_port), value(first_port + 1));
      if (step > 0 && now == before) {
        set_lane(all.shape[step], k, lane(all.shape[step - 1], k));
        set_lane(all.log2_scale[step], k, lane(all.log2_scale[step - 1], k));
        continue;
      }
      varies = varies || step > 0;
      before = now;
      try {
        const Weibull life = said.by_mean_and_sd ? Weibull::from_mean_sd(now.first, now.second)
                                                 : Weibull(now.first, now.second);
        set_lane(all.shape[step], k, life.shape());
        set_lane(all.log2_scale[step], k, std::log2(life.scale()));
      } catch (const InvalidValue& wrong) {
        complain(view, k, instance, said.name, wrong);
      }
    }
  }
  if (!varies) all = {{all.shape.front()}, {all.log2_scale.front()}};
  return all;
}

}  // namespace

template <Real R>
SurvivalCurves<R>::SurvivalCurves(const View<R>& view, int first_port, int history, int lifetime)
    : lifetime_(lifetime),
      axis_(longer(view.years(), history)),
      history_(history),
      steps_(axis_.size()) {
  for (const Entry::Point& point : view.lifetime(lifetime).entry.points())
    log2_ages_.push_back(log2_ages(0, point.place));
  std::map<std::array<int, 3>, int> known;
  for (int i = 0; i < view.instances(); ++i) {
    std::array<int, 3> slots{-1, -1, -1};
    for (int k = 0; k < 3; ++k)
      if (view.has(first_port + k)) slots[at(k)] = view.slot(first_port + k, i);
    const auto [found, fresh] = known.try_emplace(slots, static_cast<int>(curves_.size()));
    if (fresh) curves_.push_back(make_curve(view, first_port, i));
    curve_.push_back(found->second);
  }
}

template <Real R>
typename SurvivalCurves<R>::Curve SurvivalCurves<R>::make_curve(const View<R>& view, int first_port,
                                                                int instance) const {
  const LifetimeDescription& said = view.lifetime(lifetime_);
  const bool weibull = said.distribution == Distribution::weibull && said.survival_by_age.empty() &&
                       !view.has(first_port + 2);
  Curve curve = weibull ? weibull_curve(view, first_port, instance)
                        : curve_of_tables(view, first_port, instance);
  if (!curve.by_age) return curve;
  const auto nothing_left_at = [&](int age) {
    const std::size_t place = curve.place(age, 0, steps_);
    return !any(curve.survival[place]) && !any(curve.leaving[place]);
  };
  while (curve.ages > 1 && nothing_left_at(curve.ages - 1)) --curve.ages;
  return curve;
}

/// Of what enters at `place` of the step of a cohort, at the ends of that step and those after it.
template <Real R>
std::vector<double> SurvivalCurves<R>::log2_ages(int cohort, double place) const {
  std::vector<double> ages;
  const double entry = axis_.bound(cohort) + place * axis_.length(cohort);
  for (int step = cohort; step < steps_; ++step)
    ages.push_back(std::log2(std::max(axis_.bound(step + 1) - entry, 0.0)));
  return ages;
}

/// All lanes at once. Most lifetimes of most systems are these.
template <Real R>
typename SurvivalCurves<R>::Curve SurvivalCurves<R>::weibull_curve(const View<R>& view,
                                                                   int first_port,
                                                                   int instance) const {
  const LifetimeDescription& said = view.lifetime(lifetime_);
  const Weibulls<R> lives = weibulls_of(view, said, first_port, instance);
  const bool varies = lives.shape.size() > 1;
  Curve curve(axis_.annual() && !varies, steps_);
  std::vector<R> survival(at(steps_)), leaving(survival);
  for (int cohort = 0; cohort < (curve.by_age ? 1 : steps_); ++cohort)
    for (std::size_t p = 0; p < log2_ages_.size(); ++p) {
      const auto [place, share] = said.entry.points()[p];
      const std::vector<double> ages = axis_.annual() ? log2_ages_[p] : log2_ages(cohort, place);
      const std::size_t life = varies ? at(std::max(cohort - history_, 0)) : 0;
      weibull_shares<R>(std::span(ages).first(at(steps_ - cohort)), lives.shape[life],
                        lives.log2_scale[life], survival.data(), leaving.data());
      for (int step = cohort; step < steps_; ++step) {
        const std::size_t to = curve.place(step, cohort, steps_);
        curve.survival[to] += R(share) * survival[at(step - cohort)];
        curve.leaving[to] += R(share) * leaving[at(step - cohort)];
      }
    }
  return curve;
}

template <Real R>
typename SurvivalCurves<R>::Curve SurvivalCurves<R>::curve_of_tables(const View<R>& view,
                                                                     int first_port,
                                                                     int instance) const {
  const LifetimeDescription& said = view.lifetime(lifetime_);
  std::vector<std::optional<SurvivalTable>> tables(at(lane_count<R>));
  bool by_age = true;
  for (int k = 0; k < lane_count<R>; ++k) {
    try {
      tables[at(k)] = TableOfLane<R>(view, said, first_port, instance, axis_, k).make();
      by_age = by_age && tables[at(k)]->by_age();
    } catch (const InvalidValue& wrong) {
      complain(view, k, instance, said.name, wrong);
    }
  }
  Curve curve(by_age, steps_);
  for (int k = 0; k < lane_count<R>; ++k)
    for (int cohort = 0; tables[at(k)] && cohort < (by_age ? 1 : steps_); ++cohort)
      for (int step = cohort; step < steps_; ++step) {
        const std::size_t to = curve.place(step, cohort, steps_);
        set_lane(curve.survival[to], k, tables[at(k)]->survival(step, cohort));
        set_lane(curve.leaving[to], k, tables[at(k)]->leaving(step, cohort));
      }
  return curve;
}

template class SurvivalCurves<double>;
template class SurvivalCurves<Lanes>;

}  // namespace critflow
