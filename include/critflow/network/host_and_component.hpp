#pragma once

#include <map>
#include <string>
#include <vector>

#include "critflow/network/earlier_cohorts.hpp"
#include "critflow/network/host_component_memory.hpp"
#include "critflow/stock/shrinking_stock.hpp"

namespace critflow {

class Builder;

/// Hosts in use, each with one component that has a lifetime of its own: vehicles with batteries.
/// Rules and equations: `HostComponentPairs`. Hosts are sold (`inflow`) or brought to a prescribed
/// number (`stock`); components follow. What a cohort of hosts or of components holds of a layer is
/// fixed when it enters, and stays with it; of a service layer it may fade (the usable kWh of a
/// battery):
///
///     held(age) = content(cohort) * (1 - fade)^age
///
/// Doors lead out, each in the layers that pass it:
///
///     hosts               all hosts that leave use
///     failed components   those that failed
///     working components  those whose host left, and that no other host took
///     usable components   of these the ones up to an age, where the process names one
///
/// Hosts in use before the first year, and their components, have the ages that they get where
/// hosts enter in evenly growing numbers (by cohort: as many as are given) and live by the rules of
/// the first year.
///
/// Variants (chemistries) share their hosts: of the hosts, and of the components, of each cohort a
/// variant has the `split` of the year in which that cohort entered. A replaced battery so has the
/// chemistry of its own year. Lives and rules are those of all variants together.
///
/// On steps longer than a year, what fails in a step is renewed once, at its end.
struct HostAndComponent {
  enum class Driver { inflow, stock };
  struct Part {
    std::string lifetime{};  ///< name of a lifetime of the system
    /// Amount of a layer per host, or per component: the product of these parameters. The key
    /// `material` stands for every material layer that is not named; other layers hold nothing.
    std::map<std::string, std::vector<std::string>> content{};
    std::map<std::string, std::string> fade{};  ///< by service layer: share of it lost a year
  };
  struct Replacement {
    std::string share = "0";  ///< of hosts whose component alone failed, that get another one
    std::string up_to_age{};  ///< of the host [a]; empty = no limit
  };
  struct Reuse {
    std::string share = "0";         ///< of components whose host alone failed, on offer to others
    std::string up_to_age{};         ///< of the component [a]; empty = no limit
    std::string in_old_hosts = "1";  ///< of the components put into old hosts, reused at most
    std::string in_new_hosts = "1";  ///< of the components put into new hosts, reused at most
  };

  Driver driver = Driver::stock;
  std::string driver_parameter;  ///< inflow [lead layer/a] or stock [lead layer] of hosts
  std::string lead;              ///< layer in which hosts are counted, one each
  std::string split{};           ///< share of each variant per cohort; sums to one
  Part host;
  Part component;
  Replacement replaced{};
  Reuse reused{};
  std::string usable_up_to_age{};  ///< of the components that have a door of their own [a]
  ShrinkingStock shrinking = ShrinkingStock::refuse;  ///< or `retire_early`
  EarlierCohorts initial{};                           ///< hosts

  void describe(Builder& builder) const;

  template <Real R>
  [[nodiscard]] HostComponentMemory<R> start(const View<R>& view) const;
  template <Real R>
  void route(const View<R>& view, HostComponentMemory<R>& memory) const;
  template <Real R>
  void settle(const View<R>& view, HostComponentMemory<R>& memory) const;

 private:
  using Factors = std::vector<std::vector<std::string>>;  ///< by layer

  void describe_doors(Builder& builder, const Factors& of_host, const Factors& of_component) const;
  void describe_rules(Builder& builder) const;
  void describe_variants(Builder& builder) const;
  void describe_fade(Builder& builder, const Part& part, int port, const std::string& key) const;
  [[nodiscard]] Factors factors_of(Builder& builder, const Part& part) const;
  template <Real R>
  void fill(const View<R>& view, HostComponentMemory<R>& memory, int instance) const;
  template <Real R>
  void restore(const View<R>& view, int instance, HostComponentPairs<R>& pairs,
               const Renewal<R>& renewal) const;
};

}  // namespace critflow
