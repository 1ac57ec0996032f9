#pragma once

#include <map>
#include <string>

#include "critflow/base/fault.hpp"
#include "node.hpp"

namespace critflow {

/// Where the parts of a drawing stand in its files: the network names them by `process.use.driver`
/// or `flow waste -> collection`, a reader needs file and row.
class Marks {
 public:
  /// The marks point into `root`, which must outlive them.
  explicit Marks(const Node& root);

  /// Gives a fault that has no file the place of the longest name its `where` begins with.
  void locate(Fault& fault) const;

 private:
  void add(const std::string& where, const Node& node, int depth);

  std::map<std::string, const Node*> nodes_;
};

}  // namespace critflow
