#include "critflow/network/host_and_component.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include "critflow/network/builder.hpp"
#include "critflow/stock/cohort_kernel.hpp"

namespace critflow {

namespace {

enum Port {
  host_first,
  host_second,
  host_hazard,
  component_first,
  component_second,
  component_hazard,
  driven,             // inflow or stock of hosts
  host_content,       // per host that enters this year
  component_content,  // per component that enters this year
  replaced_share,
  replaced_age,
  reused_share,
  reused_age,
  in_old_hosts,
  in_new_hosts,
  requested,
  hosts_left,
  failed,
  working,
  held  // in the stock at the end of the year
};

enum Life { of_host, of_component };  // in the order in which they are read

const std::vector<std::string> nothing{"0"};

std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace

void HostAndComponent::describe(Builder& builder) const {
  const Factors of_hosts = factors_of(builder, host);
  const Factors of_components = factors_of(builder, component);
  describe_doors(builder, of_hosts, of_components);
  builder.reads_lifetime(host_first, host.lifetime, "host.lifetime");
  builder.reads_lifetime(component_first, component.lifetime, "component.lifetime");
  builder.layer(lead, "lead");
  builder.reads(driven, builder.of_instance(driver_parameter, "driver"));
  builder.reads(host_content, builder.products(of_hosts, "host.content"));
  builder.reads(component_content, builder.products(of_components, "component.content"));
  const auto reads = [&](int port, const std::string& name, const std::string& key) {
    if (!name.empty()) builder.reads(port, builder.of_instance(name, key));
  };
  reads(replaced_share, replaced.share, "replaced.share");
  reads(replaced_age, replaced.up_to_age, "replaced.up_to_age");
  reads(reused_share, reused.share, "reused.share");
  reads(reused_age, reused.up_to_age, "reused.up_to_age");
  reads(in_old_hosts, reused.in_old_hosts, "reused.in_old_hosts");
  reads(in_new_hosts, reused.in_new_hosts, "reused.in_new_hosts");
  if (shrinking == ShrinkingStock::allow_negative)
    builder.fault("shrinking", "not for hosts with components", "allow_negative",
                  "be refuse or retire_early");
}

void HostAndComponent::describe_doors(Builder& builder, const Factors& of_hosts,
                                      const Factors& of_components) const {
  const Group use = builder.stock();
  builder.entrance(use);
  builder.asks(use, builder.writes_for_layer(requested, "asked"));
  builder.level(use, builder.writes_for_layer(held, "in stock"));
  const auto door = [&](const std::string& name, int port, const Factors& factors) {
    const Group out = builder.passes_on(name);
    builder.door(name, out);
    for (int l = 0; l < builder.layers(); ++l)
      if (factors[at(l)] == nothing) builder.leave_out(out, l);
    builder.release(use, out, builder.writes_for_layer(port, name));
  };
  door("hosts", hosts_left, of_hosts);
  door("failed components", failed, of_components);
  door("working components", working, of_components);
  for (int l = 0; l < builder.layers(); ++l)
    if (of_hosts[at(l)] == nothing && of_components[at(l)] == nothing)
      builder.fault("layers", "held by neither host nor component", builder.layer_name(l),
                    "be in the content of host or component");
}

HostAndComponent::Factors HostAndComponent::factors_of(Builder& builder, const Part& part) const {
  Factors factors;
  const auto material = part.content.find("material");
  for (int l = 0; l < builder.layers(); ++l) {
    const auto named = part.content.find(builder.layer_name(l));
    if (named != part.content.end())
      factors.push_back(named->second);
    else if (&part == &host && builder.layer_name(l) == lead)
      factors.push_back({"1"});
    else if (builder.is_material(l) && material != part.content.end())
      factors.push_back(material->second);
    else
      factors.push_back(nothing);
  }
  return factors;
}

template <Real R>
HostComponentMemory<R> HostAndComponent::start(const View<R>& view) const {
  HostComponentMemory<R> memory;
  memory.host_lives = SurvivalCurves<R>(view, host_first, 0, of_host);
  memory.component_lives = SurvivalCurves<R>(view, component_first, 0, of_component);
  memory.layers = view.layers();
  const int steps = view.years().size();
  const std::vector<R> none(at(steps), R(0.0));
  memory.pairs.assign(at(view.instances()), HostComponentPairs<R>(steps));
  memory.contents.assign(at(view.instances() * view.layers()), {none, none});
  for (int i = 0; i < view.instances(); ++i)
    for (int l = 0; l < view.layers(); ++l) view(held, i, l) = R(0.0);
  return memory;
}

namespace {

/// Of each cohort up to this year's, the share of what is left that fails this year.
template <Real R>
std::vector<R> hazards(const SurvivalCurves<R>& lives, int instance, int now) {
  std::vector<R> all;
  for (int cohort = 0; cohort < now; ++cohort) {
    const std::size_t age = at(now - cohort);
    all.push_back(ratio(lives.leaving_of(instance, cohort)[age],
                        lives.survival_of(instance, cohort)[age - 1]));
  }
  all.push_back(lives.leaving_of(instance, now)[0]);
  return all;
}

/// A share for each cohort up to this year's: none beyond the age limit.
template <Real R>
std::vector<R> shares_up_to_age(const View<R>& view, int share, int limit, int instance) {
  std::vector<R> shares;
  for (int cohort = 0; cohort <= view.step(); ++cohort) {
    const R age(view.years()[view.step()] - view.years()[cohort]);
    const R beyond = view.has(limit) ? age - view(limit, instance) : R(0.0);
    shares.push_back(select(beyond, R(0.0), view(share, instance)));
  }
  return shares;
}

template <Real R>
void refuse_what_leaves_at_once(const View<R>& view, int instance, const char* part,
                                const R& hazard) {
  for (int k = 0; k < lane_count<R>; ++k)
    if (lane(hazard, k) >= 1.0)
      view.complain(k, instance,
                    {.where = std::string(".") + part + ".lifetime",
                     .what = "nothing stays to the end of its year of entry",
                     .value = "0",
                     .rule = "be > 0 where the stock is prescribed"});
}

template <Real R>
void refuse_surplus(const View<R>& view, int instance, const R& wanted, const R& in_use) {
  for (int k = 0; k < lane_count<R>; ++k)
    if (lane(in_use, k) > lane(wanted, k) * (1.0 + 1e-12))
      view.complain(k, instance,
                    {.where = ".driver",
                     .what = "stock shrinks faster than its hosts and components fail in " +
                             std::to_string(view.years()[view.step()]),
                     .value = shown(lane(in_use, k)) + " left of older cohorts",
                     .rule = "be at most the prescribed " + shown(lane(wanted, k)) +
                             "; or choose shrinking = \"retire_early\""});
}

/// What the cohorts of hosts or components hold of a layer.
template <Real R>
R content_of(const std::vector<R>& by_cohort, const std::vector<R>& content) {
  R sum(0.0);
  for (std::size_t cohort = 0; cohort < by_cohort.size(); ++cohort)
    sum += by_cohort[cohort] * content[cohort];
  return sum;
}

}  // namespace

template <Real R>
void HostAndComponent::route(const View<R>& view, HostComponentMemory<R>& memory) const {
  const int now = view.step();
  const R length(view.years().length(now));
  for (int i = 0; i < view.instances(); ++i) {
    HostComponentPairs<R>& pairs = memory.pairs[at(i)];
    const std::vector<R> of_hosts = hazards(memory.host_lives, i, now);
    const std::vector<R> of_components = hazards(memory.component_lives, i, now);
    const std::vector<R> replace = shares_up_to_age(view, replaced_share, replaced_age, i);
    const std::vector<R> reuse = shares_up_to_age(view, reused_share, reused_age, i);
    const Renewal<R> renewal{replace, reuse, view(in_old_hosts, i), view(in_new_hosts, i)};
    pairs.age(now, {of_hosts, of_components});
    if (driver == Driver::inflow) {
      pairs.receive(view(driven, i) * length, renewal);
    } else {
      refuse_what_leaves_at_once(view, i, "host", of_hosts.back());
      refuse_what_leaves_at_once(view, i, "component", of_components.back());
      restore(view, i, pairs, renewal);
    }
    write_turnover(view, i, memory);
  }
}

template <Real R>
void HostAndComponent::restore(const View<R>& view, int instance, HostComponentPairs<R>& pairs,
                               const Renewal<R>& renewal) const {
  const R wanted = view(driven, instance);
  const R in_use = pairs.in_use();
  if (shrinking == ShrinkingStock::refuse)
    refuse_surplus(view, instance, wanted, in_use);
  else
    pairs.keep(asked_by_stock(wanted, in_use, shrinking).kept);
  pairs.restore(wanted, renewal);
}

template <Real R>
void HostAndComponent::write_turnover(const View<R>& view, int instance,
                                      HostComponentMemory<R>& memory) const {
  const int now = view.step();
  const R length(view.years().length(now));
  const Turnover<R>& turnover = memory.pairs[at(instance)].turnover();
  for (int l = 0; l < view.layers(); ++l) {
    auto& content = memory.content(instance, l);
    R& of_new_host = content.of_hosts[at(now)] = view(host_content, instance, l);
    R& of_new_component = content.of_components[at(now)] = view(component_content, instance, l);
    view(requested, instance, l) =
        (turnover.new_hosts * of_new_host + turnover.new_components * of_new_component) / length;
    view(hosts_left, instance, l) = content_of(turnover.hosts_left, content.of_hosts) / length;
    view(failed, instance, l) = content_of(turnover.failed, content.of_components) / length;
    view(working, instance, l) = content_of(turnover.working, content.of_components) / length;
  }
}

template <Real R>
void HostAndComponent::settle(const View<R>& view, HostComponentMemory<R>& memory) const {
  for (int i = 0; i < view.instances(); ++i) {
    std::vector<R> hosts, components;
    for (int cohort = 0; cohort <= view.step(); ++cohort) {
      hosts.push_back(memory.pairs[at(i)].hosts_of(cohort));
      components.push_back(memory.pairs[at(i)].components_of(cohort));
    }
    for (int l = 0; l < view.layers(); ++l) {
      const auto& content = memory.content(i, l);
      view(held, i, l) =
          content_of(hosts, content.of_hosts) + content_of(components, content.of_components);
    }
  }
}

template HostComponentMemory<double> HostAndComponent::start(const View<double>&) const;
template HostComponentMemory<Lanes> HostAndComponent::start(const View<Lanes>&) const;
template void HostAndComponent::route(const View<double>&, HostComponentMemory<double>&) const;
template void HostAndComponent::route(const View<Lanes>&, HostComponentMemory<Lanes>&) const;
template void HostAndComponent::settle(const View<double>&, HostComponentMemory<double>&) const;
template void HostAndComponent::settle(const View<Lanes>&, HostComponentMemory<Lanes>&) const;

}  // namespace critflow
