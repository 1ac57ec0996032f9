#include "critflow/stock/host_component.hpp"

#include <string>
#include <vector>

#include "checks.hpp"
#include "critflow/base/fault.hpp"
#include "critflow/stock/cohort_kernel.hpp"
#include "critflow/stock/host_component_kernel.hpp"

namespace critflow {

namespace {

void check_axis(const SurvivalTable& hosts, const SurvivalTable& components) {
  if (components.years().values() == hosts.years().values()) return;
  const Years& years = components.years();
  throw InvalidValue(
      {.where = "components",
       .what = "not on one time axis",
       .value = std::to_string(years.first()) + " to " + std::to_string(years.last()),
       .rule = "have the years of the hosts"});
}

void check_rules(const HostComponentRules& rules) {
  const auto require = [](double value, double most, const char* name, const char* rule) {
    if (!(value >= 0.0 && value <= most))
      throw InvalidValue({std::string("rules.") + name, "out of range", shown(value), rule});
  };
  const char* share = "be in [0, 1]";
  require(rules.replaced, 1.0, "replaced", share);
  require(rules.reused, 1.0, "reused", share);
  require(rules.in_old_hosts, 1.0, "in_old_hosts", share);
  require(rules.in_new_hosts, 1.0, "in_new_hosts", share);
  const char* age = "be an age >= 0, or without limit";
  require(rules.replaced_up_to_age, HostComponentRules::no_limit, "replaced_up_to_age", age);
  require(rules.reused_up_to_age, HostComponentRules::no_limit, "reused_up_to_age", age);
}

/// The march through the steps.
class HostComponentMarch {
 public:
  HostComponentMarch(const SurvivalTable& hosts, const SurvivalTable& components,
                     const HostComponentRules& rules)
      : hosts_(hosts),
        components_(components),
        years_(hosts.years()),
        rules_(rules),
        pairs_(hosts.size()) {
    check_axis(hosts, components);
    check_rules(rules);
    const int steps = hosts.size();
    for (auto* series :
         {&history_.new_hosts, &history_.hosts_left, &history_.new_components,
          &history_.failed_components, &history_.working_components, &history_.stock})
      *series = Eigen::ArrayXd::Zero(steps);
    history_.hosts = history_.components = Eigen::ArrayXXd::Zero(steps, steps);
  }

  void receive(int step, double inflow) {
    age(step);
    pairs_.receive(inflow * years_.length(step), renewal());
    record(step);
  }

  void restore(int step, double stock, ShrinkingStock shrinking) {
    age(step);
    const double in_use = pairs_.in_use();
    const std::string where = at_year("stock", years_[step]);
    if (shrinking == ShrinkingStock::refuse && in_surplus(stock, in_use))
      refuse_surplus(stock, in_use, where);
    if (stock > in_use && (host_hazards_.back() >= 1.0 || component_hazards_.back() >= 1.0))
      refuse_fleeting(stock - in_use, where);
    const double kept = asked_by_stock(stock, in_use, shrinking).kept;
    if (kept < 1.0) pairs_.keep(kept);
    pairs_.restore(stock, renewal());
    record(step);
  }

  [[nodiscard]] const HostComponentHistory& history() const { return history_; }

 private:
  void age(int step) {
    host_hazards_.clear();
    component_hazards_.clear();
    replaced_.clear();
    reused_.clear();
    for (int cohort = 0; cohort <= step; ++cohort) {
      const double years_of_age = years_.bound(step + 1) - years_.bound(cohort + 1);
      host_hazards_.push_back(hosts_.hazard(step, cohort));
      component_hazards_.push_back(components_.hazard(step, cohort));
      replaced_.push_back(years_of_age <= rules_.replaced_up_to_age ? rules_.replaced : 0.0);
      reused_.push_back(years_of_age <= rules_.reused_up_to_age ? rules_.reused : 0.0);
    }
    pairs_.age(step, {host_hazards_, component_hazards_});
  }

  [[nodiscard]] Renewal<double> renewal() const {
    return {replaced_, reused_, rules_.in_old_hosts, rules_.in_new_hosts};
  }

  void record(int step) {
    const double length = years_.length(step);
    const Turnover<double>& turnover = pairs_.turnover();
    const auto sum = [](const std::vector<double>& by_cohort) {
      return Eigen::Map<const Eigen::ArrayXd>(by_cohort.data(),
                                              static_cast<Eigen::Index>(by_cohort.size()))
          .sum();
    };
    history_.new_hosts(step) = turnover.new_hosts / length;
    history_.hosts_left(step) = sum(turnover.hosts_left) / length;
    history_.new_components(step) = turnover.new_components / length;
    history_.failed_components(step) = sum(turnover.failed) / length;
    history_.working_components(step) = sum(turnover.working) / length;
    history_.stock(step) = pairs_.in_use();
    for (int cohort = 0; cohort <= step; ++cohort) {
      history_.hosts(step, cohort) = pairs_.hosts_of(cohort);
      history_.components(step, cohort) = pairs_.components_of(cohort);
    }
  }

  const SurvivalTable& hosts_;
  const SurvivalTable& components_;
  const Years& years_;
  const HostComponentRules& rules_;
  HostComponentPairs<double> pairs_;
  std::vector<double> host_hazards_, component_hazards_, replaced_, reused_;
  HostComponentHistory history_;
};

}  // namespace

HostComponentHistory inflow_driven(const Eigen::ArrayXd& inflow, const SurvivalTable& hosts,
                                   const SurvivalTable& components,
                                   const HostComponentRules& rules) {
  require_entries(inflow.size(), hosts.size(), "inflow");
  require_amounts(inflow, hosts.years(), 0, "inflow");
  HostComponentMarch march(hosts, components, rules);
  for (int step = 0; step < hosts.size(); ++step) march.receive(step, inflow(step));
  return march.history();
}

HostComponentHistory stock_driven(const Eigen::ArrayXd& stock, const SurvivalTable& hosts,
                                  const SurvivalTable& components, const HostComponentRules& rules,
                                  ShrinkingStock shrinking) {
  require_entries(stock.size(), hosts.size(), "stock");
  require_amounts(stock, hosts.years(), 0, "stock");
  if (shrinking == ShrinkingStock::allow_negative)
    throw InvalidValue({.where = "shrinking",
                        .what = "not for hosts with components",
                        .value = "allow_negative",
                        .rule = "be refuse or retire_early"});
  HostComponentMarch march(hosts, components, rules);
  for (int step = 0; step < hosts.size(); ++step) march.restore(step, stock(step), shrinking);
  return march.history();
}

}  // namespace critflow
