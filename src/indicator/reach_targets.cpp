#include "critflow/indicator/reach_targets.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "base/index.hpp"
#include "critflow/base/nearest_name.hpp"
#include "critflow/policy/with_levers.hpp"
#include "critflow/solve/simulate.hpp"
#include "solve/bracketed_search.hpp"

namespace critflow {

namespace {

constexpr double precision = 1e-9;  // of the effort

Fault fault_of(const Lever& lever, const std::string& what, const std::string& value,
               const std::string& rule) {
  return {.where = "lever." + lever.name + ".reach",
          .what = what,
          .value = value,
          .rule = rule,
          .file = lever.file,
          .row = lever.row};
}

/// The steps that a goal gives itself, as a law of one rule.
std::vector<Target> own_steps(const Goal& goal) {
  std::vector<Target> steps;
  for (const YearValue& one : goal.thresholds)
    steps.push_back({.key = "goal",
                     .group = {},
                     .instrument = {},
                     .indicator = goal.indicator,
                     .category = goal.category,
                     .material = goal.material,
                     .goods = goal.goods,
                     .from = Date{one.year, 1, 1},
                     .comparison = Comparison::at_least,
                     .threshold = one.value});
  return steps;
}

/// `collection.portable.2030`: one step of a rule.
std::string dated(const Target& target) {
  return target.from ? target.key + "." + std::to_string(target.from->year) : target.key;
}

/// The steps that a goal names: all of a rule of the law, those of one year, or its own.
Law steps_of(const Goal& goal, const Law& law) {
  if (goal.target.empty()) return {"goal", own_steps(goal)};
  std::vector<Target> steps;
  for (const Target& one : law.targets())
    if (goal.target == one.key || goal.target == dated(one)) steps.push_back(one);
  return {law.name(), std::move(steps)};
}

/// The first years of steps that lie within the axis, when the lever has begun.
std::vector<int> years_of(const Lever& lever, const Law& steps, const Years& axis,
                          const YearRules& rules) {
  std::vector<int> years;
  for (const Target& target : steps.targets()) {
    const int year = target.from ? first_year(*target.from, rules) : 0;
    const bool within = year >= axis.first() && year <= axis.last();
    if (within && lever.shape.at(year) > 0.0 && (years.empty() || years.back() < year))
      years.push_back(year);
  }
  return years;
}

/// How far a value is on the right side.
double margin_of(double value, Comparison comparison, double threshold) {
  if (comparison == Comparison::at_most) return threshold - value;
  return comparison == Comparison::exactly ? -std::abs(value - threshold) : value - threshold;
}

/// The effort of one lever while it is being solved.
class Effort {
 public:
  Effort(const System& system, int lever, const Plan& plan, const Law& law,
         const CheckOptions& options)
      : system_(system),
        lever_(lever),
        plan_(plan),
        law_(steps_of(goal(), law)),
        options_(options),
        years_(years_of(system.levers()[at(lever)], law_, system.description().years,
                        options.years)) {}

  System solve() {
    for (std::size_t step = 0; step < years_.size(); ++step) solved_.push_back(solve(step));
    std::vector<Lever> levers = levers_at(solved_);
    levers[at(lever_)].goal->solved = solved_;
    return replace_levers(system_, std::move(levers));
  }

 private:
  /// The worst year of a step: how far it is on the right side, and its value.
  struct Worst {
    double margin;
    double value;
  };

  [[nodiscard]] const Goal& goal() const { return *system_.levers()[at(lever_)].goal; }

  Goal::Step solve(std::size_t step) {
    Goal::Step solved{.year = years_[step]};
    const auto margin = [&](double effort) { return worst(step, effort)->margin; };
    const std::optional<Worst> without = worst(step, 0.0);
    if (!without) {
      solved.reason = reason_;
      return solved;
    }
    if (without->margin >= 0.0) return solved;
    const Worst with = *worst(step, 1.0);
    solved.effort = 1.0;
    if (with.margin < 0.0)
      solved.best = with.value;
    else
      solved.effort =
          bracketed_search(margin, 0.0, 1.0, without->margin, with.margin, precision).second;
    return solved;
  }

  /// Nothing where a year has no value or no threshold.
  std::optional<Worst> worst(std::size_t step, double effort) {
    std::vector<Goal::Step> tried = solved_;
    tried.push_back({.year = years_[step], .effort = effort});
    const Run run = simulate(plan_, replace_levers(system_, levers_at(tried)));
    std::optional<Worst> worst;
    for (const TargetCheck& check : check_targets(run, law_, options_)) {
      const bool in_step = check.year && *check.year >= years_[step] &&
                           (step + 1 == years_.size() || *check.year < years_[step + 1]);
      if (check.year && !in_step) continue;
      if (!check.value || !check.threshold) {
        reason_ = check.reason.empty() ? "there is no threshold" : check.reason;
        return {};
      }
      const double margin = margin_of(*check.value, check.target.comparison, *check.threshold);
      if (!worst || margin < worst->margin) worst = {margin, *check.value};
    }
    if (!worst) reason_ = "the rule concerns nothing in this system";
    return worst;
  }

  [[nodiscard]] std::vector<Lever> levers_at(const std::vector<Goal::Step>& steps) const {
    std::vector<YearValue> path;
    for (const Goal::Step& one : steps) {
      const bool falls = !path.empty() && one.effort < path.back().value;
      if (falls && path.back().year < one.year - 1)
        path.push_back({one.year - 1, path.back().value});
      path.push_back({one.year, one.effort});
    }
    // a point after the last, so that one step is a path too
    path.push_back({path.back().year + 1, path.back().value});
    std::vector<Lever> levers = system_.levers();
    Shape& shape = levers[at(lever_)].shape;
    if (shape.years().empty()) shape = Shape::step(years_.front());
    shape = shape.with_effort(Series(std::move(path)));
    return levers;
  }

  const System& system_;
  int lever_;
  const Plan& plan_;
  Law law_;
  const CheckOptions& options_;
  std::vector<int> years_;
  std::vector<Goal::Step> solved_;
  std::string reason_;
};

}  // namespace

std::vector<Fault> faults_of_goals(const System& system, const Law& law,
                                   const CheckOptions& options) {
  std::vector<Fault> faults;
  std::vector<std::string> known;
  for (const Target& one : law.targets()) known.insert(known.end(), {one.key, dated(one)});
  for (const Lever& lever : system.levers()) {
    if (!lever.goal) continue;
    const Law steps = steps_of(*lever.goal, law);
    const std::string& target = lever.goal->target;
    if (steps.targets().empty()) {
      faults.push_back(
          fault_of(lever, "unknown target", target, "be the key of a rule of the law"));
      faults.back().nearest = nearest_name(target, known);
    } else if (years_of(lever, steps, system.description().years, options.years).empty()) {
      faults.push_back(fault_of(lever, "no step to reach", target,
                                "have one within the axis, when the lever has begun"));
    }
  }
  return faults;
}

System reach_targets(const System& system, const Law& law, const CheckOptions& options) {
  if (auto faults = faults_of_goals(system, law, options); !faults.empty())
    throw ModelFaults(std::move(faults));
  System reached = system;
  const Plan plan(system);
  for (int lever = 0; lever < static_cast<int>(system.levers().size()); ++lever)
    if (system.levers()[at(lever)].goal)
      reached = Effort(reached, lever, plan, law, options).solve();
  return reached;
}

}  // namespace critflow
