#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/base/title.hpp"
#include "critflow/io/folder.hpp"
#include "critflow/io/library.hpp"
#include "critflow/scenario/system.hpp"

namespace critflow {

/// A scenario or policy that a folder offers.
struct NamedTitle {
  std::string name;
  Title title;
};

/// The system of a folder under one scenario and one policy. The effort of levers that are to reach
/// a target is solved, which takes some runs; see `reach_targets`.
///
/// @param scenario  a file of `scenarios/`; `base` is the folder without any; empty is `reference`
///                  where there is one, else `base`
/// @param policy    a file of `policies/`, or `none`
/// @param levers    names of those levers of the policy that are kept; all where not given
/// @throws ModelFaults  listing everything that is wrong with the folder
/// @throws InvalidValue where there is no such scenario, policy or lever
[[nodiscard]] System load(const ScenarioFolder& folder, const std::string& scenario = "",
                          const std::string& policy = "none",
                          const Library& library = Library::of_package(),
                          const std::optional<std::vector<std::string>>& levers = {});
[[nodiscard]] System load(const std::filesystem::path& folder, const std::string& scenario = "",
                          const std::string& policy = "none",
                          const Library& library = Library::of_package(),
                          const std::optional<std::vector<std::string>>& levers = {});

/// Everything that is wrong with a folder, under each of its scenarios and policies, and the
/// parameters that none of them uses. After a hundred only their number is told.
[[nodiscard]] std::vector<Fault> check(const ScenarioFolder& folder,
                                       const Library& library = Library::of_package());
[[nodiscard]] std::vector<Fault> check(const std::filesystem::path& folder,
                                       const Library& library = Library::of_package());

/// The scenarios of a folder, `base` first where the folder has no other.
[[nodiscard]] std::vector<NamedTitle> scenarios_of(const ScenarioFolder& folder);
/// The policies of a folder; `none` comes first.
[[nodiscard]] std::vector<NamedTitle> policies_of(const ScenarioFolder& folder);

}  // namespace critflow
