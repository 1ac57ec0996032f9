#include "critflow/network/host_and_component.hpp"

#include <string>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "content_factors.hpp"
#include "critflow/network/builder.hpp"
#include "host_component_ports.hpp"

namespace critflow {

using namespace host_component;

namespace {

const std::vector<std::string> nothing{"0"};

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
  describe_fade(builder, host, host_fade, "host.fade");
  describe_fade(builder, component, component_fade, "component.fade");
  describe_rules(builder);
  describe_variants(builder);
  initial.describe(builder, earlier);
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
  if (!usable_up_to_age.empty()) door("usable components", usable, of_components);
  for (int l = 0; l < builder.layers(); ++l)
    if (of_hosts[at(l)] == nothing && of_components[at(l)] == nothing)
      builder.fault("layers", "held by neither host nor component", builder.layer_name(l),
                    "be in the content of host or component");
}

HostAndComponent::Factors HostAndComponent::factors_of(Builder& builder, const Part& part) const {
  Factors factors = content_factors(builder, part.content, &part == &host ? lead : "");
  for (std::vector<std::string>& one : factors)
    if (one.empty()) one = nothing;
  return factors;
}

void HostAndComponent::describe_fade(Builder& builder, const Part& part, int port,
                                     const std::string& key) const {
  if (part.fade.empty()) return;
  Factors factors(at(builder.layers()), nothing);
  for (const auto& [name, share] : part.fade) {
    const int faded = builder.layer(name, key);
    if (faded < 0) continue;
    factors[at(faded)] = {share};
    if (builder.is_conserved(faded))
      builder.fault(key, "conserved, and what is conserved does not fade", name,
                    "be a service layer: conserved = false");
  }
  builder.reads(port, builder.products(factors, key));
}

void HostAndComponent::describe_rules(Builder& builder) const {
  const auto reads = [&](int port, const std::string& name, const std::string& key) {
    if (!name.empty()) builder.reads(port, builder.of_instance(name, key));
  };
  reads(replaced_share, replaced.share, "replaced.share");
  reads(replaced_age, replaced.up_to_age, "replaced.up_to_age");
  reads(reused_share, reused.share, "reused.share");
  reads(reused_age, reused.up_to_age, "reused.up_to_age");
  reads(in_old_hosts, reused.in_old_hosts, "reused.in_old_hosts");
  reads(in_new_hosts, reused.in_new_hosts, "reused.in_new_hosts");
  reads(usable_age, usable_up_to_age, "usable.up_to_age");
}

/// A component that is replaced may change the variant, so all variants live by one set of numbers.
void HostAndComponent::describe_variants(Builder& builder) const {
  if (split.empty()) return;
  const Amounts shares = builder.of_instance(split, "split");
  builder.reads(variant, shares);
  builder.sum_to_one(shares, split, driver_parameter, "split");
  std::vector<std::pair<std::string, std::string>> common{
      {replaced.share, "replaced.share"},
      {replaced.up_to_age, "replaced.up_to_age"},
      {reused.share, "reused.share"},
      {reused.up_to_age, "reused.up_to_age"},
      {reused.in_old_hosts, "reused.in_old_hosts"},
      {reused.in_new_hosts, "reused.in_new_hosts"},
      {initial.stock, "initial.stock"},
      {initial.total, "initial.total"},
      {initial.growth, "initial.growth"}};
  for (const std::string& name : builder.parameters_of_lifetime(host.lifetime))
    common.emplace_back(name, "host.lifetime");
  for (const std::string& name : builder.parameters_of_lifetime(component.lifetime))
    common.emplace_back(name, "component.lifetime");
  for (const std::string& dimension : builder.dimensions())
    if (builder.varies(split, dimension) && !builder.varies(driver_parameter, dimension))
      for (const auto& [name, key] : common)
        if (builder.varies(name, dimension))
          builder.fault(key, "varies over the variants of the split", dimension,
                        "be the same for all of them");
}

}  // namespace critflow
