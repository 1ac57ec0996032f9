#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "critflow/scenario/system_parts.hpp"
#include "node.hpp"
#include "sources.hpp"

namespace critflow {

struct ParameterKey;

/// The parameters of a folder while they are read: by name, settings laid over one another.
class ParameterStore {
 public:
  ParameterStore(const SystemDescription& description, std::vector<Fault>& faults)
      : description_(description), faults_(faults) {}

  /// Notes the `interpolation` of parameters; the tables that are read afterwards follow it.
  void read_interpolations(const Node& parameters);
  /// A table of the package: rows for items that the system does not have are passed over.
  void read_contents(std::string_view text, const std::string& name, const Sources& sources);
  /// Tables of the folder, read together so that rows of one parameter may stand in several.
  void read_tables(const std::map<std::string, std::string_view>& texts_by_file,
                   const Sources& sources);
  /// `[parameter]` of system.toml: new parameters, or cells laid over those of the package.
  void read_base(const Node& parameters, const Sources& sources);
  /// `[parameter]` of a scenario or policy: cells laid over those that are there.
  void read_overrides(const Node& parameters, const std::string& by, const Sources& sources);

  /// Parameters with a row or table that could not be read: what else is wrong with them follows.
  [[nodiscard]] const std::set<std::string>& broken() const { return broken_; }
  /// Whether every table could be read as a table; else some parameters may be missing.
  [[nodiscard]] bool whole() const { return whole_; }
  /// The parameters over the years of the system, sorted by name.
  [[nodiscard]] std::vector<Parameter> take();
  /// The citations of the folder, and those of the package that its rows here name.
  [[nodiscard]] std::vector<Citation> citations(const Sources& of_folder) const;

 private:
  friend class ParameterRows;
  void define(const Node& node, const ParameterKey& key, const Sources& sources);
  void override_cells(const Node& node, const ParameterKey& key, const std::string& by,
                      const Sources& sources);
  [[nodiscard]] std::vector<std::string> names() const;

  const SystemDescription& description_;
  std::vector<Fault>& faults_;
  std::map<std::string, Parameter> parameters_;
  std::map<std::string, Interpolation> interpolations_;
  std::set<std::string> broken_;
  bool whole_ = true;
  std::vector<Citation> of_package_;
};

}  // namespace critflow
