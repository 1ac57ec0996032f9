#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "critflow/indicator/evidence.hpp"
#include "critflow/policy/law.hpp"
#include "critflow/solve/run.hpp"

namespace critflow {

/// What comes of a comparison with the law.
enum class CheckStatus {
  met,
  not_met,
  not_assessable,      ///< there is no value; `reason` says why
  not_yet_applicable,  ///< before the first year of the rule; value and gap are those to its start
  exempt,              ///< another rule that suffices instead is met
  indicative_only      ///< no threshold, or one on what a run does not show, such as one plant
};

/// Its word: `not met`.
[[nodiscard]] std::string_view name_of(CheckStatus status);

/// One rule in one year.
struct TargetCheck {
  Target target{};            ///< the step that the year is tested against
  std::optional<int> year{};  ///< none where the whole rule cannot be assessed in this system
  std::optional<double> value{};
  std::optional<double> part{};   ///< the masses that the value is the ratio of [t/a]
  std::optional<double> whole{};  ///< in battery mass or metal, as the rule says
  std::optional<double> threshold{};
  CheckStatus status = CheckStatus::not_assessable;
  std::optional<double> gap{};  ///< what is missing to the threshold [t/a]; zero where it is met
  std::string law_version{};
  std::string method{};      ///< how the value was measured
  EvidenceCount evidence{};  ///< rows behind the value
  std::string reason{};      ///< why there is no value, or what to mind about it
};

/// What the law leaves open, and what is asked.
struct CheckOptions {
  std::vector<LegalStatus> include{};  ///< beside what is in force or adopted
  YearRules years{};
  double evidence = 0.0;  ///< share of recovery outside the Union with evidence of equal conditions
  std::vector<std::string> third_countries{"rest of world"};  ///< items that lie outside the Union
  std::map<std::string, double> thresholds{};  ///< by key: set by the user where the law has none
};

/// Whether a rule is about the system: it has the goods, the category and the material.
[[nodiscard]] bool concerns(const Target& target, const SystemDescription& system);

/// Each rule that concerns the system, in each year of the run. Values are neither clipped nor
/// rounded; where a mass is missing there is no value, and one that passes 100 % says so. A rule
/// that runs cannot show is there once, without a year.
/// @throws InvalidValue where a threshold is set for no rule of the law, or for a duty
[[nodiscard]] std::vector<TargetCheck> check_targets(const Run& run, const Law& law,
                                                     const CheckOptions& options = {});

}  // namespace critflow
