#include "critflow/stock/host_component_kernel.hpp"

#include <algorithm>
#include <utility>

#include "base/index.hpp"

namespace critflow {

namespace {

template <Real R>
R total(const std::vector<R>& by_cohort) {
  R sum(0.0);
  for (const R& one : by_cohort) sum += one;
  return sum;
}

/// Takes `excess` away, if it is above zero, from the oldest cohorts on.
template <Real R>
void drop_oldest(std::vector<R>& by_cohort, R excess) {
  for (R& one : by_cohort) {
    const R dropped = clip(excess, R(0.0), one);
    one -= dropped;
    excess -= dropped;
  }
}

}  // namespace

template <Real R>
HostComponentPairs<R>::HostComponentPairs(int steps)
    : steps_(steps),
      pairs_(at(steps * steps), R(0.0)),
      hosts_in_need_(at(steps), R(0.0)),
      components_free_(hosts_in_need_),
      turnover_{.hosts_left = hosts_in_need_, .failed = hosts_in_need_, .working = hosts_in_need_} {
}

template <Real R>
void HostComponentPairs<R>::age(int step, const Hazards<R>& hazards) {
  step_ = step;
  host_fails_at_once_ = hazards.of_hosts[at(step)];
  component_fails_at_once_ = hazards.of_components[at(step)];
  for (auto* by_cohort : {&hosts_in_need_, &components_free_, &turnover_.hosts_left,
                          &turnover_.failed, &turnover_.working})
    std::fill(by_cohort->begin(), by_cohort->end(), R(0.0));
  for (int host = 0; host < step; ++host)
    for (int component = 0; component < step; ++component) {
      const R& host_fails = hazards.of_hosts[at(host)];
      const R& component_fails = hazards.of_components[at(component)];
      R& both_work = pair(host, component);
      const R failing = both_work * host_fails;
      const R remaining = both_work * (R(1.0) - host_fails);
      turnover_.hosts_left[at(host)] += failing;
      turnover_.failed[at(component)] += (failing + remaining) * component_fails;
      components_free_[at(component)] += failing * (R(1.0) - component_fails);
      hosts_in_need_[at(host)] += remaining * component_fails;
      both_work = remaining * (R(1.0) - component_fails);
    }
}

template <Real R>
void HostComponentPairs<R>::keep(const R& share) {
  for (int host = 0; host < step_; ++host)
    for (int component = 0; component < step_; ++component) {
      const R retired = pair(host, component) * (R(1.0) - share);
      turnover_.hosts_left[at(host)] += retired;
      turnover_.working[at(component)] += retired;
      pair(host, component) -= retired;
    }
}

template <Real R>
void HostComponentPairs<R>::scale(int host, const R& factor) {
  for (int component = 0; component < steps_; ++component) pair(host, component) *= factor;
}

template <Real R>
void HostComponentPairs<R>::receive(const R& new_hosts, const Renewal<R>& renewal) {
  renew(new_hosts, part_of(hosts_in_need_, renewal.replaced),
        part_of(components_free_, renewal.reused), renewal);
}

template <Real R>
void HostComponentPairs<R>::restore(const R& stock, const Renewal<R>& renewal) {
  const R gap = stock - in_use();
  std::vector<R> repaired = part_of(hosts_in_need_, renewal.replaced);
  drop_oldest(repaired, total(repaired) - gap);
  std::vector<R> offered = part_of(components_free_, renewal.reused);
  const R in_old = smaller(total(offered), renewal.in_old_hosts * total(repaired));
  const R repaired_stay = total(repaired) - (total(repaired) - in_old) * component_fails_at_once_;
  const R missing = larger(gap - repaired_stay, R(0.0)) / (R(1.0) - host_fails_at_once_);

  // Of `new_hosts` as many keep their component as
  //   new_hosts * (1 - fails) + fails * min(left over from old hosts, in_new_hosts * new_hosts).
  const R left_over = total(offered) - in_old;
  const R component_stays = R(1.0) - component_fails_at_once_;
  const R with_some_new = (missing - component_fails_at_once_ * left_over) / component_stays;
  const R with_enough_reused =
      missing / (component_stays + component_fails_at_once_ * renewal.in_new_hosts);
  renew(larger(with_some_new, with_enough_reused), std::move(repaired), std::move(offered),
        renewal);
}

template <Real R>
void HostComponentPairs<R>::renew(const R& new_hosts, std::vector<R> repaired,
                                  std::vector<R> offered, const Renewal<R>& renewal) {
  for (int host = 0; host < step_; ++host)
    turnover_.hosts_left[at(host)] += hosts_in_need_[at(host)] - repaired[at(host)];
  std::vector<R> places = repaired;
  for (R& place : places) place *= renewal.in_old_hosts;
  places[at(step_)] = new_hosts * renewal.in_new_hosts;
  drop_oldest(offered, total(offered) - total(places));

  std::vector<R>& hosts = repaired;
  hosts[at(step_)] = new_hosts;
  reuse(hosts, std::move(places), std::move(offered));
  for (int host = 0; host <= step_; ++host) join(host, step_, hosts[at(host)]);
  for (int component = 0; component < step_; ++component)
    turnover_.working[at(component)] += components_free_[at(component)];
  turnover_.new_hosts = new_hosts;
  turnover_.new_components = total(hosts);
}

/// Oldest to oldest; leaves in `hosts` those that are still in need.
template <Real R>
void HostComponentPairs<R>::reuse(std::vector<R>& hosts, std::vector<R> places,
                                  std::vector<R> offered) {
  for (int host = 0; host <= step_; ++host)
    for (int component = 0; component < step_; ++component) {
      const R reused = smaller(places[at(host)], offered[at(component)]);
      places[at(host)] -= reused;
      hosts[at(host)] -= reused;
      offered[at(component)] -= reused;
      components_free_[at(component)] -= reused;
      join(host, component, reused);
    }
}

/// A host gets a component; what is new of them may fail at once.
template <Real R>
void HostComponentPairs<R>::join(int host, int component, const R& amount) {
  const R host_fails = host == step_ ? host_fails_at_once_ : R(0.0);
  const R component_fails = component == step_ ? component_fails_at_once_ : R(0.0);
  const R works = amount * (R(1.0) - component_fails);
  const R both_work = works * (R(1.0) - host_fails);
  pair(host, component) += both_work;
  turnover_.hosts_left[at(host)] += amount - both_work;
  turnover_.failed[at(component)] += amount - works;
  turnover_.working[at(component)] += works - both_work;
}

template <Real R>
std::vector<R> HostComponentPairs<R>::part_of(const std::vector<R>& all,
                                              std::span<const R> shares) const {
  std::vector<R> part = all;
  for (int cohort = 0; cohort < step_; ++cohort) part[at(cohort)] *= shares[at(cohort)];
  return part;
}

template <Real R>
R HostComponentPairs<R>::in_use() const {
  return total(pairs_);
}

template <Real R>
R HostComponentPairs<R>::hosts_of(int cohort) const {
  R sum(0.0);
  for (int component = 0; component < steps_; ++component) sum += in_use(cohort, component);
  return sum;
}

template <Real R>
R HostComponentPairs<R>::components_of(int cohort) const {
  R sum(0.0);
  for (int host = 0; host < steps_; ++host) sum += in_use(host, cohort);
  return sum;
}

template class HostComponentPairs<double>;
template class HostComponentPairs<Lanes>;

}  // namespace critflow
