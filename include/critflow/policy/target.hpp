#pragma once

#include <optional>
#include <string>

#include "critflow/base/title.hpp"
#include "critflow/policy/date.hpp"
#include "critflow/policy/words_of_law.hpp"

namespace critflow {

/// One step of a rule: what is asked from a date on. Steps of the same rule share a key; each holds
/// until the next replaces it.
struct Target {
  std::string key;         ///< of the rule: `collection.portable`
  std::string group;       ///< of the law: batteries, raw materials, equipment, vehicles, ...
  std::string instrument;  ///< `Regulation (EU) 2023/1542`
  std::string article{};
  std::string indicator{};      ///< what is measured; see `definitions()`
  std::string category{};       ///< of batteries; empty = all
  std::string stream{};         ///< chemistry, or category of waste; empty = all
  std::string material{};       ///< empty = mass as a whole
  std::string goods{};          ///< layer in which the goods concerned are weighed; empty = any
  std::optional<Date> from{};   ///< none where it is not fixed yet
  std::optional<Date> until{};  ///< the day of repeal
  Comparison comparison = Comparison::duty;
  std::optional<double> threshold{};  ///< in `unit`; none where the law sets none (yet)
  std::string unit{};                 ///< canonical
  bool norm = true;      ///< false: a model can say how it stands, not whether it is met
  std::string either{};  ///< rules of the same word are alternatives: one of them suffices
  LegalStatus status = LegalStatus::in_force;
  Verification verification = Verification::read;
  std::string source{};
  std::string note{};
  Title title{};
};

}  // namespace critflow
