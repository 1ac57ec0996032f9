#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "critflow/io/load.hpp"
#include "critflow/solve/simulate.hpp"

using namespace critflow;

namespace {

/// The systems that come with the project.
std::vector<std::filesystem::path> folders() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(CRITFLOW_SCENARIOS))
    if (std::filesystem::exists(entry.path() / "system.toml")) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

double least_flow(const Run& run) {
  double least = 0.0;
  for (const auto& [from, to] : run.flow_names())
    for (const double value : run.flow(from, to).values) least = std::min(least, value);
  return least;
}

}  // namespace

TEST_CASE("every system of the project has nothing to mend") {
  CHECK(folders().size() >= 3);
  for (const auto& folder : folders()) {
    CAPTURE(folder.filename().string());
    for (const Fault& fault : check(folder)) FAIL_CHECK(fault.text());
  }
}

TEST_CASE("every scenario and policy of every system balances, and nothing flows backwards") {
  for (const auto& folder : folders()) {
    const ScenarioFolder files(folder);
    for (const NamedTitle& scenario : scenarios_of(files))
      for (const NamedTitle& policy : policies_of(files)) {
        CAPTURE(folder.filename().string());
        CAPTURE(scenario.name);
        CAPTURE(policy.name);
        const Run run = simulate(load(files, scenario.name, policy.name));
        CHECK(run.balance().worst <= 1e-12);
        CHECK(least_flow(run) >= 0.0);
      }
  }
}
