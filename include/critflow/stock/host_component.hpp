#pragma once

#include <limits>

#include "critflow/base/arrays.hpp"
#include "critflow/lifetime/survival_table.hpp"
#include "critflow/stock/shrinking_stock.hpp"

namespace critflow {

/// What is done with hosts and components that have lost each other, in all steps alike.
struct HostComponentRules {
  static constexpr double no_limit = std::numeric_limits<double>::infinity();

  double replaced = 0.0;  ///< share of hosts whose component alone failed that get another one
  double replaced_up_to_age = no_limit;  ///< of the host [a]
  double reused = 0.0;  ///< share of components whose host alone failed on offer to other hosts
  double reused_up_to_age = no_limit;  ///< of the component [a]
  double in_old_hosts = 1.0;  ///< of the components put into old hosts, reused ones at most
  double in_new_hosts = 1.0;  ///< of the components put into new hosts, reused ones at most
};

/// Hosts with a component each, through the years: see `HostComponentPairs` for the rules. One
/// entry per step; flows are per year, stocks are amounts at the end of the step. As many
/// components are in use as hosts:
///
///     stock(t) - stock(t - 1) = (new_hosts(t) - hosts_left(t)) * length(t)
///         = (new_components(t) - failed_components(t) - working_components(t)) * length(t)
struct HostComponentHistory {
  Eigen::ArrayXd new_hosts;           ///< into use [unit/a]
  Eigen::ArrayXd hosts_left;          ///< out of use [unit/a]
  Eigen::ArrayXd new_components;      ///< into use, in new and in old hosts [unit/a]
  Eigen::ArrayXd failed_components;   ///< out of use [unit/a]
  Eigen::ArrayXd working_components;  ///< out of use with their host, not used again [unit/a]
  Eigen::ArrayXd stock;               ///< hosts in use, and so components [unit]
  Eigen::ArrayXXd hosts;              ///< in use, [step][cohort of the host] [unit]
  Eigen::ArrayXXd components;         ///< in use, [step][cohort of the component] [unit]
};

/// Sales of hosts known, new components among them: the rest follows.
///
/// @param inflow      of hosts, one entry per step, finite and >= 0 [unit/a]
/// @param hosts       the lifetime of hosts
/// @param components  the lifetime of components, on the same axis
/// @throws InvalidValue
[[nodiscard]] HostComponentHistory inflow_driven(const Eigen::ArrayXd& inflow,
                                                 const SurvivalTable& hosts,
                                                 const SurvivalTable& components,
                                                 const HostComponentRules& rules);

/// Stock of hosts known: hosts are repaired as the rules say, and new ones bring the stock to what
/// is prescribed. No more hosts are repaired than are missing.
///
/// @param stock       of hosts at the end of each step, finite and >= 0 [unit]
/// @param hosts       the lifetime of hosts
/// @param components  the lifetime of components, on the same axis
/// @param shrinking   `refuse` or `retire_early`, which cuts all pairs alike
/// @throws InvalidValue; also where a stock asks for hosts and none survives its step of entry
[[nodiscard]] HostComponentHistory stock_driven(const Eigen::ArrayXd& stock,
                                                const SurvivalTable& hosts,
                                                const SurvivalTable& components,
                                                const HostComponentRules& rules,
                                                ShrinkingStock shrinking = ShrinkingStock::refuse);

}  // namespace critflow
