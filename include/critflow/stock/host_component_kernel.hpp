#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "critflow/base/lanes.hpp"

namespace critflow {

/// How likely hosts and components are to fail in a step: the share of what is left of each cohort,
/// from the first to that of the step itself, whose hazard is that of the step of entry.
///
///     hazard(a) = 1 - S(a) / S(a - 1), hazard(0) = 1 - S(0)
template <Real R>
struct Hazards {
  std::span<const R> of_hosts;
  std::span<const R> of_components;
};

/// What is done in a step with hosts and components that have lost each other.
template <Real R>
struct Renewal {
  std::span<const R> replaced;  ///< by host cohort: share of hosts whose component alone failed
                                ///< that are to get another one
  std::span<const R> reused;    ///< by component cohort: share of components whose host alone
                                ///< failed that are on offer to other hosts
  R in_old_hosts{1.0};          ///< of the components put into old hosts, reused ones at most
  R in_new_hosts{1.0};          ///< of the components put into new hosts, reused ones at most
};

/// What enters and leaves in a step [unit].
template <Real R>
struct Turnover {
  R new_hosts{0.0};
  R new_components{0.0};
  std::vector<R> hosts_left;  ///< by cohort
  std::vector<R> failed;      ///< components that failed, by cohort
  std::vector<R> working;     ///< components that still work and found no other host, by cohort
};

/// Hosts in use, each with one component (vehicles and batteries), by the cohorts of both: the
/// kernel under `stock_driven` and `inflow_driven` of hosts with components, for one series or for
/// many in the lanes of `R`.
///
/// The two fail independently of each other: both, the host alone, or the component alone. A host
/// whose component failed gets another one or is scrapped. A component whose host failed goes to a
/// host that needs one or leaves. What is new, or gets something new, faces the hazard of that in
/// the same step, and what fails then is renewed no more in that step.
///
/// Oldest first: the oldest components on offer go to the oldest hosts in need, then to new hosts;
/// what still needs a component gets a new one. Where there is more than is needed, the oldest
/// hosts are not repaired and the oldest components not reused.
template <Real R>
class HostComponentPairs {
 public:
  explicit HostComponentPairs(int steps);

  /// First in each step: takes apart what fails of older cohorts.
  void age(int step, const Hazards<R>& hazards);
  /// Early retirement: of all pairs only `share` stays in use.
  void keep(const R& share);
  /// So many new hosts enter; all hosts that are to get another component get it.
  void receive(const R& new_hosts, const Renewal<R>& renewal);
  /// Hosts are repaired, and new ones enter, until `stock` are in use; at least `in_use()`.
  void restore(const R& stock, const Renewal<R>& renewal);

  /// Makes the hosts of a cohort, with their components, `factor` times as many: what is in use
  /// before the first step is known, and how it came about is not.
  void scale(int host, const R& factor);

  /// Hosts in use, and so components [unit].
  [[nodiscard]] R in_use() const;
  /// By the cohorts of both.
  [[nodiscard]] const R& in_use(int host, int component) const {
    return pairs_[static_cast<std::size_t>(host * steps_ + component)];
  }
  [[nodiscard]] R hosts_of(int cohort) const;
  [[nodiscard]] R components_of(int cohort) const;
  /// What entered and left in this step.
  [[nodiscard]] const Turnover<R>& turnover() const { return turnover_; }

 private:
  void renew(const R& new_hosts, std::vector<R> repaired, std::vector<R> offered,
             const Renewal<R>& renewal);
  void reuse(std::vector<R>& hosts, std::vector<R> places, std::vector<R> offered);
  void join(int host, int component, const R& amount);
  [[nodiscard]] std::vector<R> part_of(const std::vector<R>& all, std::span<const R> shares) const;
  [[nodiscard]] R& pair(int host, int component) {
    return pairs_[static_cast<std::size_t>(host * steps_ + component)];
  }

  int steps_;
  int step_ = 0;
  R host_fails_at_once_{0.0};       ///< hazard in the step of entry
  R component_fails_at_once_{0.0};  ///< hazard in the step of entry
  std::vector<R> pairs_;            ///< [host cohort][component cohort]
  std::vector<R> hosts_in_need_;    ///< work, their component failed; by cohort
  std::vector<R> components_free_;  ///< work, their host failed; by cohort
  Turnover<R> turnover_;
};

}  // namespace critflow
