#include "critflow/policy/with_levers.hpp"

#include <algorithm>
#include <utility>

#include "base/index.hpp"
#include "critflow/base/nearest_name.hpp"
#include "critflow/policy/lay_levers.hpp"

namespace critflow {

namespace {

bool same_shapes(const std::vector<Parameter>& before, const std::vector<Parameter>& after) {
  return std::ranges::equal(before, after, {}, &Parameter::shape, &Parameter::shape);
}

}  // namespace

std::vector<bool> levers_named(const std::vector<Lever>& levers,
                               const std::vector<std::string>& names) {
  std::vector<bool> named(levers.size());
  for (const std::string& name : names) {
    const auto found = std::ranges::find(levers, name, &Lever::name);
    std::vector<std::string> known;
    for (const Lever& lever : levers) known.push_back(lever.name);
    if (found == levers.end())
      throw InvalidValue({.where = "levers",
                          .what = "unknown lever",
                          .value = name,
                          .rule = "be a lever of the policy",
                          .nearest = nearest_name(name, known)});
    named[at(static_cast<int>(found - levers.begin()))] = true;
  }
  return named;
}

System replace_levers(const System& system, std::vector<Lever> levers) {
  SystemParts parts = system.parts();
  parts.levers = std::move(levers);
  lay_levers(parts);
  if (same_shapes(system.parameters(), parts.parameters)) return system.revalued(std::move(parts));
  return System(std::move(parts));
}

System with_levers(const System& system, const std::vector<std::string>& names) {
  const std::vector<bool> kept = levers_named(system.levers(), names);
  std::vector<Lever> some;
  for (std::size_t i = 0; i < kept.size(); ++i)
    if (kept[i]) some.push_back(system.levers()[i]);
  return replace_levers(system, std::move(some));
}

}  // namespace critflow
