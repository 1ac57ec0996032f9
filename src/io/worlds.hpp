#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/base/title.hpp"
#include "critflow/io/folder.hpp"
#include "node.hpp"

namespace critflow {

/// The scenarios or the policies of a folder: changes by name, each perhaps upon others.
class Worlds {
 public:
  /// @param word  `scenario` or `policy`, for faults
  Worlds(const ScenarioFolder& folder, const std::string& subfolder, std::string word,
         std::vector<Fault>& faults);

  [[nodiscard]] std::vector<std::string> names() const;
  [[nodiscard]] bool has(const std::string& name) const { return trees_.count(name) > 0; }
  [[nodiscard]] Title title(const std::string& name) const;

  /// The names to lay over the base one after another, `name` last. One that is reached twice
  /// counts once, where it is reached first.
  /// @throws InvalidValue where there is no such name
  [[nodiscard]] std::vector<std::string> order_of(const std::string& name,
                                                  std::vector<Fault>& faults) const;
  [[nodiscard]] const Node& tree(const std::string& name) const { return trees_.at(name); }
  /// How explanations call it: `scenario high`.
  [[nodiscard]] std::string called(const std::string& name) const { return word_ + " " + name; }

 private:
  struct Walk {
    std::vector<std::string> order;
    std::vector<std::string> open;  ///< being walked: meeting one of these again is a cycle
  };
  /// What a fault says must be: a file of the folder, and which there are.
  [[nodiscard]] std::string rule() const;
  void walk(const std::string& name, Walk& walk, std::vector<Fault>& faults) const;

  std::string word_;
  std::map<std::string, Node> trees_;
  std::set<std::string> unread_;
};

/// Takes over the entries of `change`: tables under headers merge, everything else replaces what is
/// there or is added.
void merge_tables(Node& base, const Node& change);

/// Lays the `process`, `lifetime` and `derived` tables of `change` over those of `base`: tables
/// under headers merge; texts, numbers, lists and tables in braces replace. What `base` does not
/// have is a fault.
void merge_into(Node& base, const Node& change, std::vector<Fault>& faults);

}  // namespace critflow
