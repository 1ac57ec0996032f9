#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "base/index.hpp"
#include "critflow/network/host_and_component.hpp"
#include "critflow/stock/cohort_kernel.hpp"
#include "host_component_ports.hpp"
#include "prescribed_stock.hpp"

namespace critflow {

using namespace host_component;

namespace {

/// Of each cohort up to that of step `now`, the share of what is left that fails in it.
template <Real R>
std::vector<R> hazards(const SurvivalCurves<R>& lives, int instance, int now) {
  std::vector<R> all;
  for (int cohort = 0; cohort < now; ++cohort) {
    all.push_back(
        ratio(lives.leaving(instance, cohort, now), lives.survival(instance, cohort, now - 1)));
  }
  all.push_back(lives.leaving(instance, now, now));
  return all;
}

/// `share` for each cohort up to that of step `now`: none beyond the age limit.
template <Real R>
std::vector<R> up_to_age(const View<R>& view, const HostComponentMemory<R>& memory, const R& share,
                         int limit, int instance, int now) {
  std::vector<R> shares;
  for (int cohort = 0; cohort <= now; ++cohort) {
    const R age(memory.host_lives.age(now, cohort));
    const R beyond = view.has(limit) ? age - view(limit, instance) : R(0.0);
    shares.push_back(select(beyond, R(0.0), share));
  }
  return shares;
}

/// What is known of a step before anything enters in it.
template <Real R>
struct Step {
  Step(const View<R>& view, const HostComponentMemory<R>& memory, int instance, int now)
      : of_hosts(hazards(memory.host_lives, instance, now)),
        of_components(hazards(memory.component_lives, instance, now)),
        replaced(
            up_to_age(view, memory, view(replaced_share, instance), replaced_age, instance, now)),
        reused(up_to_age(view, memory, view(reused_share, instance), reused_age, instance, now)),
        renewal{replaced, reused, view(in_old_hosts, instance), view(in_new_hosts, instance)} {}

  std::vector<R> of_hosts, of_components, replaced, reused;
  Renewal<R> renewal;
};

/// given / lived, and none where nothing lived: refused where something is given.
template <Real R>
R scale_to(const View<R>& view, int instance, const char* key, const R& given, const R& lived) {
  for (int k = 0; k < lane_count<R>; ++k)
    if (lane(given, k) > 0.0 && !(lane(lived, k) > 0.0))
      view.complain(k, instance,
                    {.where = std::string(".initial.") + key,
                     .what = "older than its lifetime allows",
                     .value = shown(lane(given, k)),
                     .rule = "be zero, or last longer"});
  return select(lived, given / lived, R(0.0));
}

/// What the cohorts of hosts or components hold of a layer.
template <Real R>
R content_of(const std::vector<R>& by_cohort, const std::vector<R>& content) {
  R sum(0.0);
  for (std::size_t cohort = 0; cohort < by_cohort.size(); ++cohort)
    sum += by_cohort[cohort] * content[cohort];
  return sum;
}

/// The share of a service layer that is kept over some years.
template <Real R>
R kept_over(const View<R>& view, int fade, int instance, int layer, double years) {
  if (!view.has(fade)) return R(1.0);
  return each_lane<R>(
      [&](int k) { return std::pow(1.0 - lane(view(fade, instance, layer), k), years); });
}

/// What older cohorts hold fades over the step; the cohort of this step gets its content.
template <Real R>
void age_contents(const View<R>& view, HostComponentMemory<R>& memory, int instance) {
  const int now = memory.history() + view.step();
  const double years = now == 0 ? 0.0 : memory.host_lives.age(now, now - 1);
  const R share = view.has(variant) ? view(variant, instance) : R(1.0);
  const auto age = [&](std::vector<R>& by_cohort, int entering, int fade, int layer) {
    const R kept = kept_over(view, fade, instance, layer, years);
    for (int cohort = 0; cohort < now; ++cohort) by_cohort[at(cohort)] *= kept;
    by_cohort[at(now)] = share * view(entering, instance, layer);
  };
  for (int l = 0; l < view.layers(); ++l) {
    age(memory.content(instance, l).of_hosts, host_content, host_fade, l);
    age(memory.content(instance, l).of_components, component_content, component_fade, l);
  }
}

/// What entered before the first year held what enters in it, faded since.
template <Real R>
void fill_contents(const View<R>& view, HostComponentMemory<R>& memory, int instance) {
  const R share = view.has(variant) ? view(variant, instance) : R(1.0);
  for (int cohort = 0; cohort < memory.history(); ++cohort)
    for (int l = 0; l < view.layers(); ++l) {
      const double age = memory.host_lives.age(memory.history() - 1, cohort);
      auto& content = memory.content(instance, l);
      content.of_hosts[at(cohort)] =
          share * view(host_content, instance, l) * kept_over(view, host_fade, instance, l, age);
      content.of_components[at(cohort)] = share * view(component_content, instance, l) *
                                          kept_over(view, component_fade, instance, l, age);
    }
}

template <Real R>
void write_turnover(const View<R>& view, HostComponentMemory<R>& memory, int instance) {
  const int now = memory.history() + view.step();
  const R length(view.years().length(view.step()));
  const Turnover<R>& turnover = memory.pairs[at(instance)].turnover();
  std::vector<R> old = turnover.working, young(old.size(), R(0.0));
  if (view.has(usable_age)) {
    const std::vector<R> of_age = up_to_age(view, memory, R(1.0), usable_age, instance, now);
    for (std::size_t cohort = 0; cohort < of_age.size(); ++cohort) {
      young[cohort] = old[cohort] * of_age[cohort];
      old[cohort] -= young[cohort];
    }
  }
  for (int l = 0; l < view.layers(); ++l) {
    const auto& content = memory.content(instance, l);
    view(requested, instance, l) = (turnover.new_hosts * content.of_hosts[at(now)] +
                                    turnover.new_components * content.of_components[at(now)]) /
                                   length;
    view(hosts_left, instance, l) = content_of(turnover.hosts_left, content.of_hosts) / length;
    view(failed, instance, l) = content_of(turnover.failed, content.of_components) / length;
    view(working, instance, l) = content_of(old, content.of_components) / length;
    if (view.has(usable))
      view(usable, instance, l) = content_of(young, content.of_components) / length;
  }
}

template <Real R>
void write_held(const View<R>& view, HostComponentMemory<R>& memory, int instance) {
  std::vector<R> hosts, components;
  for (int cohort = 0; cohort < memory.host_lives.steps(); ++cohort) {
    hosts.push_back(memory.pairs[at(instance)].hosts_of(cohort));
    components.push_back(memory.pairs[at(instance)].components_of(cohort));
  }
  for (int l = 0; l < view.layers(); ++l) {
    const auto& content = memory.content(instance, l);
    view(held, instance, l) =
        content_of(hosts, content.of_hosts) + content_of(components, content.of_components);
  }
}

}  // namespace

template <Real R>
HostComponentMemory<R> HostAndComponent::start(const View<R>& view) const {
  const int history = initial.count(view, earlier);
  HostComponentMemory<R> memory;
  memory.host_lives = SurvivalCurves<R>(view, host_first, history, of_host);
  memory.component_lives = SurvivalCurves<R>(view, component_first, history, of_component);
  memory.layers = view.layers();
  const std::vector<R> none(at(memory.host_lives.steps()), R(0.0));
  memory.pairs.assign(at(view.instances()), HostComponentPairs<R>(memory.host_lives.steps()));
  memory.contents.assign(at(view.instances() * view.layers()), {none, none});
  for (int i = 0; i < view.instances(); ++i) {
    if (history > 0) fill(view, memory, i);
    write_held(view, memory, i);
  }
  return memory;
}

template <Real R>
void HostAndComponent::fill(const View<R>& view, HostComponentMemory<R>& memory,
                            int instance) const {
  HostComponentPairs<R>& pairs = memory.pairs[at(instance)];
  const bool in_total = view.has(earlier + EarlierCohorts::in_total);
  for (int cohort = 0; cohort < memory.history(); ++cohort) {
    const Step<R> step(view, memory, instance, cohort);
    const R growth = in_total ? view(earlier + EarlierCohorts::inflow_growth, instance) : R(0.0);
    pairs.age(cohort, {step.of_hosts, step.of_components});
    pairs.receive(each_lane<R>([&](int k) { return std::pow(1.0 + lane(growth, k), cohort); }),
                  step.renewal);
  }
  R factor = in_total ? scale_to(view, instance, "total",
                                 view(earlier + EarlierCohorts::in_total, instance), pairs.in_use())
                      : R(1.0);
  for (int cohort = 0; cohort < memory.history(); ++cohort) {
    if (!in_total)
      factor = scale_to(view, instance, "stock",
                        view(earlier + EarlierCohorts::by_cohort, instance, cohort),
                        pairs.hosts_of(cohort));
    pairs.scale(cohort, factor);
  }
  fill_contents(view, memory, instance);
}

template <Real R>
void HostAndComponent::route(const View<R>& view, HostComponentMemory<R>& memory) const {
  const R length(view.years().length(view.step()));
  for (int i = 0; i < view.instances(); ++i) {
    HostComponentPairs<R>& pairs = memory.pairs[at(i)];
    const int now = memory.history() + view.step();
    const Step<R> step(view, memory, i, now);
    pairs.age(now, {step.of_hosts, step.of_components});
    if (driver == Driver::inflow) {
      pairs.receive(view(driven, i) * length, step.renewal);
    } else {
      refuse_what_leaves_at_once(view, i, "host.lifetime", R(1.0) - step.of_hosts.back());
      refuse_what_leaves_at_once(view, i, "component.lifetime", R(1.0) - step.of_components.back());
      restore(view, i, pairs, step.renewal);
    }
    age_contents(view, memory, i);
    write_turnover(view, memory, i);
  }
}

template <Real R>
void HostAndComponent::restore(const View<R>& view, int instance, HostComponentPairs<R>& pairs,
                               const Renewal<R>& renewal) const {
  const R wanted = view(driven, instance);
  const R in_use = pairs.in_use();
  if (shrinking == ShrinkingStock::refuse)
    refuse_surplus(view, instance, "hosts and components fail", wanted, in_use);
  else
    pairs.keep(asked_by_stock(wanted, in_use, shrinking).kept);
  pairs.restore(wanted, renewal);
}

template <Real R>
void HostAndComponent::settle(const View<R>& view, HostComponentMemory<R>& memory) const {
  for (int i = 0; i < view.instances(); ++i) write_held(view, memory, i);
}

template HostComponentMemory<double> HostAndComponent::start(const View<double>&) const;
template HostComponentMemory<Lanes> HostAndComponent::start(const View<Lanes>&) const;
template void HostAndComponent::route(const View<double>&, HostComponentMemory<double>&) const;
template void HostAndComponent::route(const View<Lanes>&, HostComponentMemory<Lanes>&) const;
template void HostAndComponent::settle(const View<double>&, HostComponentMemory<double>&) const;
template void HostAndComponent::settle(const View<Lanes>&, HostComponentMemory<Lanes>&) const;

}  // namespace critflow
