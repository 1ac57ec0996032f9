#pragma once

#include <string>
#include <vector>

#include "critflow/policy/target.hpp"
#include "critflow/policy/year_rule.hpp"

namespace critflow {

/// What was law, or asked to be, on one day: dated steps of rules. A version never changes; an
/// amendment is another row, which replaces what came before it by its key.
class Law {
 public:
  /// @throws ModelFaults where a rule has two steps of one date and status, a threshold stands
  ///                     beside a duty, or a rule ends before it begins
  Law(std::string name, std::vector<Target> targets);

  /// The version: `eu-2026-08`.
  [[nodiscard]] const std::string& name() const { return name_; }
  /// By key in order of appearance, each by date.
  [[nodiscard]] const std::vector<Target>& targets() const { return targets_; }

  /// The law with nothing but what is in force or adopted, and the statuses asked for. A proposal
  /// never replaces a step of the law by itself.
  [[nodiscard]] Law with(const std::vector<LegalStatus>& more = {}) const;

  /// The rules, in order of appearance.
  [[nodiscard]] std::vector<std::string> keys() const;
  /// The first step of a rule.
  /// @throws InvalidValue with the nearest key
  [[nodiscard]] const Target& first_step(const std::string& key) const;
  /// The step that a year is tested against: the last that counts by then; null before the first,
  /// and from the year of repeal on.
  [[nodiscard]] const Target* step(const std::string& key, int year, const YearRules& rules) const;

 private:
  std::string name_;
  std::vector<Target> targets_;
};

}  // namespace critflow
