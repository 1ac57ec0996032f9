#include "critflow/network/survival_curves.hpp"

#include <array>
#include <map>
#include <optional>
#include <utility>

#include "base/index.hpp"
#include "critflow/lifetime/survival_table.hpp"
#include "critflow/lifetime/tabulated.hpp"

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
bool same(const R& a, const R& b) {
  for (int i = 0; i < lane_count<R>; ++i)
    if (lane(a, i) != lane(b, i)) return false;
  return true;
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

}  // namespace

template <Real R>
SurvivalCurves<R>::SurvivalCurves(const View<R>& view, int first_port, int history, int lifetime)
    : lifetime_(lifetime),
      axis_(longer(view.years(), history)),
      history_(history),
      steps_(axis_.size()) {
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
  std::vector<std::optional<SurvivalTable>> tables(at(lane_count<R>));
  Curve curve;
  for (int i = 0; i < lane_count<R>; ++i) {
    try {
      tables[at(i)] = TableOfLane<R>(view, said, first_port, instance, axis_, i).make();
      curve.by_age = curve.by_age && tables[at(i)]->by_age();
    } catch (const InvalidValue& wrong) {
      Fault fault = wrong.fault();
      fault.where = "." + said.name + ": " + fault.where;
      view.complain(i, instance, std::move(fault));
    }
  }
  for (int cohort = 0; cohort < (curve.by_age ? 1 : steps_); ++cohort)
    for (int step = cohort; step < steps_; ++step) {
      const auto share = [&](auto read) {
        return each_lane<R>([&](int i) { return tables[at(i)] ? read(*tables[at(i)]) : 0.0; });
      };
      curve.survival.push_back(
          share([&](const SurvivalTable& table) { return table.survival(step, cohort); }));
      curve.leaving.push_back(
          share([&](const SurvivalTable& table) { return table.leaving(step, cohort); }));
    }
  return curve;
}

template class SurvivalCurves<double>;
template class SurvivalCurves<Lanes>;

}  // namespace critflow
