#include "critflow/indicator/definition.hpp"

#include <algorithm>

#include "critflow/base/fault.hpp"
#include "critflow/base/nearest_name.hpp"
#include "definition_tables.hpp"

namespace critflow {

const std::vector<Definition>& definitions() {
  static const std::vector<Definition> all = [] {
    std::vector<Definition> joined;
    for (const auto* some :
         {&definitions_of_runs(), &definitions_of_law(), &definitions_of_supply()})
      joined.insert(joined.end(), some->begin(), some->end());
    return joined;
  }();
  return all;
}

const Definition& definition(const std::string& name) {
  const auto found = std::ranges::find(definitions(), name, &Definition::name);
  if (found != definitions().end()) return *found;
  std::vector<std::string> names;
  for (const Definition& one : definitions()) names.push_back(one.name);
  throw InvalidValue({.where = "indicator",
                      .what = "unknown indicator",
                      .value = name,
                      .rule = "be one of the library",
                      .nearest = nearest_name(name, names)});
}

}  // namespace critflow
