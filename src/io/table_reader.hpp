#pragma once

#include <optional>
#include <string>
#include <vector>

#include "critflow/base/fault.hpp"
#include "critflow/base/title.hpp"
#include "node.hpp"

namespace critflow {

/// Adds a fault that stands at `at`.
void add_fault(std::vector<Fault>& faults, const Node& at, const std::string& where,
               const std::string& what, const std::string& value, const std::string& rule,
               const std::vector<std::string>& known = {});

/// `node` as a fault may show it.
[[nodiscard]] std::string shown(const Node& node);

/// Reads the entries of one table by name. Every entry that was not asked for is a fault, with the
/// nearest of those that were.
class TableReader {
 public:
  /// @param where  dotted path of the table, for faults
  TableReader(const Node& table, std::string where, std::vector<Fault>& faults);

  /// The entry, or null.
  const Node* find(const std::string& key);
  [[nodiscard]] bool has(const std::string& key) const { return table_.find(key) != nullptr; }
  /// The entry; a fault and null where there is none.
  const Node* require(const std::string& key);
  /// An entry of that kind; null where there is none, and a fault where it is of another kind.
  const Node* find(const std::string& key, Node::Kind kind);

  std::string text(const std::string& key);
  std::string require_text(const std::string& key);
  /// The name of a parameter, or a number as text; empty where there is none.
  std::string name_or_number(const std::string& key);
  std::string require_name_or_number(const std::string& key);
  std::vector<std::string> texts(const std::string& key);
  /// One name or number, or a list of them.
  std::vector<std::string> names_or_numbers(const std::string& key);
  std::optional<double> number(const std::string& key);
  std::optional<int> whole_number(const std::string& key);
  bool truth(const std::string& key, bool otherwise = false);
  Title title();
  /// One of `choices`, or empty.
  std::string choice(const std::string& key, const std::vector<std::string>& choices);

  /// Says nothing about the other entries: what they should be is not known.
  void accept_others();
  /// Names the entries that nobody asked for.
  void refuse_others();
  void fault(const Node& at, const std::string& what, const std::string& value,
             const std::string& rule, const std::vector<std::string>& known = {});
  [[nodiscard]] const std::string& where() const { return where_; }
  [[nodiscard]] const Node& table() const { return table_; }
  [[nodiscard]] std::vector<Fault>& faults() { return faults_; }

 private:
  std::string name_or_number(const Node& node);

  const Node& table_;
  std::string where_;
  std::vector<Fault>& faults_;
  std::vector<std::string> asked_;
};

}  // namespace critflow
