#pragma once

#include <string>
#include <vector>

#include "critflow/io/library.hpp"
#include "critflow/scenario/system_parts.hpp"
#include "node.hpp"
#include "sources.hpp"

namespace critflow {

/// The tables `[lever.name]` of policies laid over one another: one of a name that is there already
/// changes what it says.
class LeverTables {
 public:
  void add(const Node& levers, const std::string& policy);

  /// The levers, checked against the system that they change; those that cannot be read are left
  /// out, with faults.
  [[nodiscard]] std::vector<Lever> read(const SystemParts& parts, const Sources& sources,
                                        const Library& library, std::vector<Fault>& faults) const;

 private:
  struct Table {
    Node node;
    std::string policy;
  };
  std::vector<Table> tables_;
};

}  // namespace critflow
