#include "critflow/io/load.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_set>
#include <utility>

#include "critflow/indicator/reach_targets.hpp"
#include "critflow/io/read_law.hpp"
#include "loading.hpp"

namespace critflow {

namespace {

constexpr std::size_t most_faults = 100;

bool has_goals(const System& system) {
  return std::ranges::any_of(system.levers(),
                             [](const Lever& one) { return one.goal.has_value(); });
}

/// The law that a system names; one without rules where it names none.
Law law_of(const System& system, const Library& library) {
  const std::string& version = system.parts().law;
  return version.empty() ? Law("", {}) : read_law(version, library);
}

/// Each fault once, and after a hundred only their number.
std::vector<Fault> listed(const std::vector<Fault>& faults, const std::string& folder) {
  std::vector<Fault> list;
  std::unordered_set<std::string> told;
  for (const Fault& fault : faults)
    if (told.insert(fault.text()).second && list.size() < most_faults) list.push_back(fault);
  if (told.size() > most_faults)
    list.push_back({.where = folder,
                    .what = "more faults",
                    .value = std::to_string(told.size() - most_faults),
                    .rule = "be mended after these"});
  return list;
}

class Checking {
 public:
  Checking(const ScenarioFolder& folder, const Library& library)
      : loading_(folder, library), library_(library) {}

  void run() {
    const std::string first = loading_.default_scenario();
    attempt(first, "none");
    for (const std::string& scenario : loading_.scenarios().names())
      if (scenario != first) attempt(scenario, "none");
    for (const std::string& policy : loading_.policies().names()) attempt(first, policy);
    if (faults.empty()) add(loading_.unused());
  }

  std::vector<Fault> faults;

 private:
  void attempt(const std::string& scenario, const std::string& policy) {
    try {
      const System system = loading_.resolve(scenario, policy);
      if (has_goals(system)) add(faults_of_goals(system, law_of(system, library_)));
    } catch (const ModelFaults& found) {
      add(found.faults());
    }
  }

  void add(const std::vector<Fault>& found) {
    faults.insert(faults.end(), found.begin(), found.end());
  }

  Loading loading_;
  const Library& library_;
};

std::vector<NamedTitle> titled(const Worlds& worlds, const std::string& first) {
  std::vector<NamedTitle> all;
  if (!worlds.has(first)) all.push_back({first, {}});
  for (const std::string& name : worlds.names()) all.push_back({name, worlds.title(name)});
  return all;
}

}  // namespace

System load(const ScenarioFolder& folder, const std::string& scenario, const std::string& policy,
            const Library& library, const std::optional<std::vector<std::string>>& levers) {
  try {
    Loading loading(folder, library);
    System system =
        loading.resolve(scenario.empty() ? loading.default_scenario() : scenario, policy, levers);
    if (has_goals(system)) system = reach_targets(system, law_of(system, library));
    if (auto unused = loading.unused(); !unused.empty()) throw ModelFaults(std::move(unused));
    return system;
  } catch (const ModelFaults& found) {
    throw ModelFaults(listed(found.faults(), folder.name()));
  }
}

System load(const std::filesystem::path& folder, const std::string& scenario,
            const std::string& policy, const Library& library,
            const std::optional<std::vector<std::string>>& levers) {
  return load(ScenarioFolder(folder), scenario, policy, library, levers);
}

std::vector<Fault> check(const ScenarioFolder& folder, const Library& library) {
  try {
    Checking checking(folder, library);
    checking.run();
    return listed(checking.faults, folder.name());
  } catch (const ModelFaults& found) {
    return listed(found.faults(), folder.name());
  }
}

std::vector<Fault> check(const std::filesystem::path& folder, const Library& library) {
  try {
    return check(ScenarioFolder(folder), library);
  } catch (const ModelFaults& found) {
    return listed(found.faults(), folder.filename().string());
  }
}

std::vector<NamedTitle> scenarios_of(const ScenarioFolder& folder) {
  std::vector<Fault> told_by_check;
  const Worlds worlds(folder, "scenarios/", "scenario", told_by_check);
  return titled(worlds, worlds.names().empty() ? "base" : worlds.names().front());
}

std::vector<NamedTitle> policies_of(const ScenarioFolder& folder) {
  std::vector<Fault> told_by_check;
  return titled(Worlds(folder, "policies/", "policy", told_by_check), "none");
}

}  // namespace critflow
