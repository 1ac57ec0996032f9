#include "critflow/scenario/lever.hpp"

#include <algorithm>
#include <array>

#include "critflow/base/fault.hpp"
#include "critflow/base/nearest_name.hpp"
#include "uses.hpp"

namespace critflow {

namespace {

constexpr std::array<std::string_view, 5> rules{"set", "blend", "multiply", "floor", "cap"};
constexpr std::array<std::string_view, 3> things{"new cohorts", "in-use stock", "flows"};

template <class Words>
std::size_t position(const Words& words, std::string_view word, const char* where) {
  const auto found = std::ranges::find(words, word);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  std::string rule = "be ";
  for (const std::string_view one : words)
    rule += (rule.size() == 3 ? "" : one == words.back() ? " or " : ", ") + std::string(one);
  throw InvalidValue({.where = where,
                      .what = "unknown word",
                      .value = std::string(word),
                      .rule = rule,
                      .nearest = nearest_name(word, {words.begin(), words.end()})});
}

/// Whether `name` is `parameter`, or a derived parameter made with it.
bool rests_on(const SystemDescription& description, const std::string& name,
              const std::string& parameter) {
  if (name == parameter) return true;
  const auto made = std::ranges::find(description.derived, name, &DerivedParameter::name);
  return made != description.derived.end() &&
         std::ranges::any_of(made->factors, [&](const std::string& factor) {
           return rests_on(description, factor, parameter);
         });
}

}  // namespace

std::string_view name_of(LeverRule rule) { return rules[static_cast<std::size_t>(rule)]; }
std::string_view name_of(AppliesTo what) { return things[static_cast<std::size_t>(what)]; }

LeverRule lever_rule_named(std::string_view word) {
  return static_cast<LeverRule>(position(rules, word, "rule"));
}

AppliesTo applies_to_named(std::string_view word) {
  return static_cast<AppliesTo>(position(things, word, "applies_to"));
}

bool Goal::reached() const {
  return std::ranges::all_of(solved,
                             [](const Step& one) { return !one.best && one.reason.empty(); });
}

std::string Lever::called() const { return "lever " + name + " of policy " + policy; }

std::string Lever::how() const { return std::string(name_of(rule)) + ", " + shape.text(); }

std::optional<int> Lever::first_year(const Years& years) const {
  for (const int year : years.values())
    if (shape.at(year) > 0.0) return year;
  return {};
}

std::vector<AppliesTo> acts_on(const SystemDescription& description, const std::string& parameter) {
  std::vector<AppliesTo> all;
  for (const Use& use : uses_of(description)) {
    const bool used = std::ranges::any_of(use.factors, [&](const std::string& factor) {
      return rests_on(description, factor, parameter);
    });
    for (const AppliesTo one : used ? use.acts_on : std::vector<AppliesTo>{})
      if (std::ranges::find(all, one) == all.end()) all.push_back(one);
  }
  return all;
}

}  // namespace critflow
