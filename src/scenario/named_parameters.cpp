#include "critflow/scenario/named_parameters.hpp"

#include <algorithm>

#include "uses.hpp"

namespace critflow {

namespace {

void add(const std::string& name, const SystemDescription& description,
         std::set<std::string>& names) {
  if (!names.insert(name).second) return;
  const auto derived = std::ranges::find(description.derived, name, &DerivedParameter::name);
  if (derived == description.derived.end()) return;
  for (const std::string& factor : derived->factors) add(factor, description, names);
}

}  // namespace

std::set<std::string> named_parameters(const SystemDescription& description) {
  std::set<std::string> names;
  for (const Use& use : uses_of(description))
    for (const std::string& factor : use.factors) add(factor, description, names);
  return names;
}

}  // namespace critflow
