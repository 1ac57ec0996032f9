#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "critflow/base/dimension.hpp"
#include "critflow/base/title.hpp"
#include "critflow/network/system_description.hpp"
#include "critflow/scenario/origin.hpp"
#include "critflow/scenario/shape.hpp"

namespace critflow {

/// What a lever makes of a number x_ref, with its own value x and its factor f; see `composition`.
enum class LeverRule {
  set,       ///< x where f > 0
  blend,     ///< x_ref + f (x - x_ref)
  multiply,  ///< x_ref (1 + f (x - 1))
  floor,     ///< max(x_ref, f x)
  cap        ///< x_ref, where it lies above x: x_ref + f (x - x_ref)
};

/// What a change acts on: what is made from then on, what is in use already, or what flows.
enum class AppliesTo { new_cohorts, stock_in_use, flows };

[[nodiscard]] std::string_view name_of(LeverRule rule);
[[nodiscard]] std::string_view name_of(AppliesTo what);
/// By its word, as files write it: `blend`, `new cohorts`.
/// @throws InvalidValue with the nearest word
[[nodiscard]] LeverRule lever_rule_named(std::string_view word);
[[nodiscard]] AppliesTo applies_to_named(std::string_view word);

/// What the effort of a lever is solved for, and what came of it: by assumption, so no achievement.
struct Goal {
  /// From a year on: until the next step, or to the end.
  struct Step {
    int year = 0;
    double effort = 0.0;  ///< least that is enough in every year of the step; one where none is
    std::optional<double>
        best{};            ///< where none is enough: what full effort gives in its worst year
    std::string reason{};  ///< why it could not be computed
  };
  std::string target{};     ///< rule of the law, by key; with `.2030` its step of that year only
  std::string indicator{};  ///< without a rule: the figure of a law, and what it is of
  std::string category{};
  std::string material{};
  std::string goods{};
  std::vector<YearValue> thresholds{};  ///< at least so much from each year on
  std::vector<Step> solved{};           ///< empty before `reach_targets`

  /// Whether the solved effort is enough everywhere.
  [[nodiscard]] bool reached() const;
};

/// One measure of a policy: which numbers it changes, how, from when, and what it stands for.
struct Lever {
  /// Cells of a parameter; a dimension that the place does not fix is meant whole.
  struct Cells {
    std::string parameter;
    Place place{};
  };

  std::string name;
  std::string policy{};
  std::string file{};  ///< where it is written
  int row = 0;
  Title title{};
  std::string catalogue{};  ///< its entry in the catalogue of levers; empty = none

  std::vector<Cells> changes{};
  LeverRule rule = LeverRule::blend;
  Series value{1.0};              ///< canonical; of `multiply` a factor
  std::vector<Origin> origins{};  ///< one per point of `value`; empty = assumed in code
  Shape shape{};
  AppliesTo applies_to = AppliesTo::flows;
  std::optional<Goal> goal{};  ///< where its effort is solved
  std::string rescale{};       ///< a dimension along which the other items make room; empty = none

  std::string r_step{};        ///< on the ladder of circularity: `R0` to `R9`
  std::string knob{};          ///< reduce, substitute, lifetime, processing, supply
  std::string legal_status{};  ///< a word of `LegalStatus`, or `assumption`: no instrument
  std::string actor{};
  std::string instrument{};
  std::string pillar{};
  std::string displacement{};   ///< what a unit saves of a new one: a parameter, or a number
  std::optional<double> low{};  ///< range of the value, in the unit as written
  std::optional<double> high{};

  /// `lever longer-lives of policy booster`.
  [[nodiscard]] std::string called() const;
  /// `blend, linear from 2027 to 2035`.
  [[nodiscard]] std::string how() const;
  /// The first year in which it changes anything; none where it never does.
  [[nodiscard]] std::optional<int> first_year(const Years& years) const;
};

/// What a change of a parameter acts on, by all uses that the drawing makes of it: the mean of a
/// lifetime on new cohorts, the factor on its hazard on what is in use, a share on what flows.
/// Empty where the drawing does not use it, or uses it for what was there before the first year.
[[nodiscard]] std::vector<AppliesTo> acts_on(const SystemDescription& description,
                                             const std::string& parameter);

}  // namespace critflow
