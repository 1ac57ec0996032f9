#include "toml_reader.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "critflow/base/fault.hpp"
#include "text.hpp"
#include "toml_scan.hpp"

namespace critflow {

namespace {

[[noreturn]] void refuse(const Node& at, const std::string& what, const std::string& value,
                         const std::string& rule) {
  throw InvalidValue({.where = at.key,
                      .what = what,
                      .value = value,
                      .rule = rule,
                      .file = at.file,
                      .row = at.row,
                      .column = at.column});
}

class Converter {
 public:
  explicit Converter(std::string file) : file_(std::move(file)) {}

  [[nodiscard]] Node convert(const toml::node& from, std::string key,
                             toml::source_position begin) const {
    Node node;
    node.key = std::move(key);
    node.file = file_;
    node.row = static_cast<int>(begin.line);
    node.column = static_cast<int>(begin.column);
    if (const toml::table* table = from.as_table()) {
      take_table(*table, node);
    } else if (const toml::array* list = from.as_array()) {
      node.kind = Node::Kind::list;
      for (const toml::node& item : *list)
        node.children.push_back(convert(item, "", item.source().begin));
    } else {
      take_value(from, node);
    }
    return node;
  }

 private:
  /// The parser sorts keys; the order of the file is part of the format.
  void take_table(const toml::table& table, Node& node) const {
    node.is_inline = table.is_inline();
    for (const auto& [key, value] : table)
      node.children.push_back(convert(value, std::string(key.str()), key.source().begin));
    std::ranges::sort(node.children, {},
                      [](const Node& child) { return std::pair(child.row, child.column); });
  }

  static void take_value(const toml::node& from, Node& node) {
    if (const auto* text = from.as_string()) {
      node.kind = Node::Kind::text;
      node.text = text->get();
    } else if (const auto* truth = from.as_boolean()) {
      node.kind = Node::Kind::truth;
      node.truth = truth->get();
    } else if (from.is_number()) {
      node.kind = Node::Kind::number;
      node.whole = from.is_integer();
      node.number = *from.value<double>();
      if (!std::isfinite(node.number))
        refuse(node, "not finite", std::isnan(node.number) ? "nan" : "inf", "be a finite number");
    } else {
      refuse(node, "date", "", "be a text, a number, true or false");
    }
  }

  std::string file_;
};

}  // namespace

const Node* Node::find(std::string_view name) const {
  const auto found = std::ranges::find(children, name, &Node::key);
  return kind != Kind::table || found == children.end() ? nullptr : &*found;
}

Node* Node::find(std::string_view name) {
  return const_cast<Node*>(std::as_const(*this).find(name));
}

Node read_toml(std::string_view text, const std::string& file) {
  require_shallow(text, file);
  try {
    return Converter(file).convert(toml::parse(text), "", {1, 1});
  } catch (const toml::parse_error& error) {
    const toml::source_position at = error.source().begin;
    throw InvalidValue({.where = "",
                        .what = "cannot be read",
                        .value = legible(error.description()),
                        .rule = "be TOML",
                        .file = file,
                        .row = static_cast<int>(at.line),
                        .column = static_cast<int>(at.column)});
  }
}

}  // namespace critflow
