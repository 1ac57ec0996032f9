#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace critflow {

/// A value of a settings file, with the place where it stands.
struct Node {
  enum class Kind { text, number, truth, list, table };

  std::string key{};  ///< its name in the table it belongs to; empty in a list
  std::string file{};
  int row = 0;
  int column = 0;
  Kind kind = Kind::table;
  std::string text{};            ///< of a text
  double number = 0.0;           ///< of a number
  bool whole = false;            ///< the number was written without a point
  bool truth = false;            ///< of a truth
  bool is_inline = false;        ///< a table in braces: it replaces, a table under a header merges
  std::vector<Node> children{};  ///< of a list or table, in the order of the file

  /// The entry of a table, or null.
  [[nodiscard]] const Node* find(std::string_view name) const;
  [[nodiscard]] Node* find(std::string_view name);
};

}  // namespace critflow
