#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "critflow/io/folder.hpp"
#include "critflow/io/library.hpp"
#include "critflow/scenario/system.hpp"
#include "node.hpp"
#include "sources.hpp"
#include "worlds.hpp"

namespace critflow {

class ParameterStore;

/// A folder whose settings files were read; from it systems are resolved, one for each scenario and
/// policy.
class Loading {
 public:
  Loading(const ScenarioFolder& folder, const Library& library);

  [[nodiscard]] const Worlds& scenarios() const { return scenarios_; }
  [[nodiscard]] const Worlds& policies() const { return policies_; }
  /// `reference` where there is one, else `base`.
  [[nodiscard]] std::string default_scenario() const;

  /// @param levers  those of the policy that are kept; all where not given
  /// @throws ModelFaults, InvalidValue as `load`
  [[nodiscard]] System resolve(const std::string& scenario, const std::string& policy,
                               const std::optional<std::vector<std::string>>& levers = {});

  /// The parameters of the systems resolved so far that no scenario and no policy names.
  [[nodiscard]] std::vector<Fault> unused();

 private:
  struct Change {
    const Node* tree;
    std::string by;
    std::string name;
  };

  void read_root();
  [[nodiscard]] std::vector<Change> changes(const std::string& scenario, const std::string& policy,
                                            std::vector<Fault>& faults) const;
  [[nodiscard]] std::string law_of(const Node& root, std::vector<Fault>& faults) const;
  void read_contents(const Node& root, ParameterStore& store, std::vector<Fault>& faults) const;
  void read_parameters(const Node& root, const std::vector<Change>& changes, ParameterStore& store,
                       std::vector<Fault>& faults) const;
  void read_side_tables(SystemParts& parts, std::vector<Fault>& faults) const;
  [[nodiscard]] std::vector<Lever> read_levers(const std::vector<Change>& changes,
                                               const SystemParts& parts,
                                               const std::optional<std::vector<std::string>>& kept,
                                               std::vector<Fault>& faults) const;
  void note_parameters(const SystemParts& parts);
  void note_names(const std::string& scenario, const std::string& policy);
  [[nodiscard]] std::vector<Fault> unnamed() const;

  const ScenarioFolder& folder_;
  const Library& library_;
  std::vector<Fault> faults_;
  Node root_;
  Worlds scenarios_;
  Worlds policies_;
  Sources sources_;
  std::set<std::string> named_;
  std::vector<Fault> given_;  ///< for each parameter of the folder, what to say if it is unused
};

}  // namespace critflow
