#pragma once

#include <cstddef>
#include <vector>

#include "critflow/base/lanes.hpp"
#include "critflow/network/survival_curves.hpp"
#include "critflow/stock/host_component_kernel.hpp"

namespace critflow {

/// What hosts with components remember from year to year in one run.
template <Real R>
struct HostComponentMemory {
  /// Of a layer, what a host and a component of each cohort hold now.
  struct Content {
    std::vector<R> of_hosts;
    std::vector<R> of_components;
  };

  SurvivalCurves<R> host_lives{};
  SurvivalCurves<R> component_lives{};
  int layers = 1;
  std::vector<HostComponentPairs<R>> pairs{};  ///< by instance
  std::vector<Content> contents{};             ///< [instance][layer]

  /// Cohorts of one year each that entered before the first step.
  [[nodiscard]] int history() const { return host_lives.history(); }
  [[nodiscard]] Content& content(int instance, int layer) {
    return contents[static_cast<std::size_t>(instance * layers + layer)];
  }
  /// Of a layer, what hosts and components that entered with a cohort hold now.
  [[nodiscard]] R held(int instance, int layer, int cohort) {
    const auto entered = static_cast<std::size_t>(cohort);
    const HostComponentPairs<R>& of = pairs[static_cast<std::size_t>(instance)];
    return of.hosts_of(cohort) * content(instance, layer).of_hosts[entered] +
           of.components_of(cohort) * content(instance, layer).of_components[entered];
  }
};

}  // namespace critflow
