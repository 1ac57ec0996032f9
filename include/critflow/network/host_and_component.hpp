#pragma once

#include <map>
#include <string>
#include <vector>

#include "critflow/network/host_component_memory.hpp"
#include "critflow/stock/shrinking_stock.hpp"

namespace critflow {

class Builder;

/// Hosts in use, each with one component that has a lifetime of its own: vehicles with batteries.
/// Rules and equations: `HostComponentPairs`. Hosts are sold (`inflow`) or brought to a prescribed
/// number (`stock`); components follow. What a cohort of hosts or of components holds of a layer is
/// fixed when it enters, and stays with it.
///
/// Three doors lead out, each in the layers that pass it:
///
///     hosts               all hosts that leave use
///     failed components   those that failed
///     working components  those whose host left, and that no other host took
struct HostAndComponent {
  enum class Driver { inflow, stock };
  struct Part {
    std::string lifetime{};  ///< name of a lifetime of the system
    /// Amount of a layer per host, or per component: the product of these parameters. The key
    /// `material` stands for every material layer that is not named; other layers hold nothing.
    std::map<std::string, std::vector<std::string>> content{};
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
  Part host;
  Part component;
  Replacement replaced{};
  Reuse reused{};
  ShrinkingStock shrinking = ShrinkingStock::refuse;  ///< or `retire_early`

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
  [[nodiscard]] Factors factors_of(Builder& builder, const Part& part) const;
  template <Real R>
  void restore(const View<R>& view, int instance, HostComponentPairs<R>& pairs,
               const Renewal<R>& renewal) const;
  template <Real R>
  void write_turnover(const View<R>& view, int instance, HostComponentMemory<R>& memory) const;
};

}  // namespace critflow
