#include "table_reader.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <utility>

#include "critflow/base/nearest_name.hpp"
#include "text.hpp"

namespace critflow {

namespace {

const char* name_of(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::text:
      return "a text";
    case Node::Kind::number:
      return "a number";
    case Node::Kind::truth:
      return "true or false";
    case Node::Kind::list:
      return "a list";
    case Node::Kind::table:
      break;
  }
  return "a table";
}

}  // namespace

void add_fault(std::vector<Fault>& faults, const Node& at, const std::string& where,
               const std::string& what, const std::string& value, const std::string& rule,
               const std::vector<std::string>& known) {
  faults.push_back({.where = legible(where),
                    .what = what,
                    .value = legible(value),
                    .rule = rule,
                    .file = at.file,
                    .row = at.row,
                    .column = at.column,
                    .nearest = nearest_name(value, known)});
}

std::string shown(const Node& node) {
  switch (node.kind) {
    case Node::Kind::text:
      return node.text;
    case Node::Kind::number:
      return shown(node.number);
    case Node::Kind::truth:
      return node.truth ? "true" : "false";
    case Node::Kind::list:
    case Node::Kind::table:
      break;
  }
  return name_of(node.kind);
}

TableReader::TableReader(const Node& table, std::string where, std::vector<Fault>& faults)
    : table_(table), where_(std::move(where)), faults_(faults) {
  if (table.kind != Node::Kind::table)
    fault(table, "is of the wrong kind", shown(table), "be a table");
}

const Node* TableReader::find(const std::string& key) {
  asked_.push_back(key);
  return table_.find(key);
}

const Node* TableReader::require(const std::string& key) {
  const Node* found = find(key);
  if (found == nullptr) fault(table_, "key missing", key, "be given");
  return found;
}

const Node* TableReader::find(const std::string& key, Node::Kind kind) {
  const Node* found = find(key);
  if (found == nullptr || found->kind == kind) return found;
  add_fault(faults_, *found, where_.empty() ? key : where_ + "." + key, "is of the wrong kind",
            shown(*found), std::string("be ") + name_of(kind));
  return nullptr;
}

std::string TableReader::text(const std::string& key) {
  const Node* found = find(key, Node::Kind::text);
  return found == nullptr ? std::string() : found->text;
}

std::string TableReader::require_text(const std::string& key) {
  return require(key) == nullptr ? std::string() : text(key);
}

std::string TableReader::name_or_number(const Node& node) {
  if (node.kind == Node::Kind::text || node.kind == Node::Kind::number) return shown(node);
  fault(node, "is of the wrong kind", shown(node), "be the name of a parameter, or a number");
  return {};
}

std::string TableReader::name_or_number(const std::string& key) {
  const Node* found = find(key);
  return found == nullptr ? std::string() : name_or_number(*found);
}

std::string TableReader::require_name_or_number(const std::string& key) {
  const Node* found = require(key);
  return found == nullptr ? std::string() : name_or_number(*found);
}

std::vector<std::string> TableReader::texts(const std::string& key) {
  const Node* found = find(key, Node::Kind::list);
  std::vector<std::string> texts;
  if (found == nullptr) return texts;
  for (const Node& item : found->children)
    if (item.kind == Node::Kind::text)
      texts.push_back(item.text);
    else
      fault(item, "is of the wrong kind", shown(item), "be a text");
  return texts;
}

std::vector<std::string> TableReader::names_or_numbers(const std::string& key) {
  const Node* found = find(key);
  std::vector<std::string> names;
  if (found == nullptr) return names;
  if (found->kind != Node::Kind::list) return {name_or_number(*found)};
  for (const Node& item : found->children) names.push_back(name_or_number(item));
  return names;
}

std::optional<double> TableReader::number(const std::string& key) {
  const Node* found = find(key, Node::Kind::number);
  return found == nullptr ? std::nullopt : std::optional(found->number);
}

std::optional<int> TableReader::whole_number(const std::string& key) {
  const Node* found = find(key, Node::Kind::number);
  if (found == nullptr) return {};
  if (found->whole && std::abs(found->number) <= std::numeric_limits<int>::max())
    return static_cast<int>(found->number);
  fault(*found, "not a whole number", shown(*found), "be a number such as 30");
  return {};
}

bool TableReader::truth(const std::string& key, bool otherwise) {
  const Node* found = find(key, Node::Kind::truth);
  return found == nullptr ? otherwise : found->truth;
}

Title TableReader::title() {
  const Node* found = find("title", Node::Kind::table);
  if (found == nullptr) return {};
  TableReader reader(*found, where_.empty() ? "title" : where_ + ".title", faults_);
  Title title{.en = reader.text("en"), .nl = reader.text("nl")};
  reader.refuse_others();
  return title;
}

std::string TableReader::choice(const std::string& key, const std::vector<std::string>& choices) {
  const Node* found = find(key, Node::Kind::text);
  if (found == nullptr) return {};
  if (std::ranges::find(choices, found->text) != choices.end()) return found->text;
  std::string rule = "be";
  for (const std::string& one : choices) rule += (rule == "be" ? " " : ", ") + one;
  fault(*found, "unknown " + key, found->text, rule, choices);
  return {};
}

void TableReader::accept_others() {
  for (const Node& entry : table_.children) asked_.push_back(entry.key);
}

void TableReader::refuse_others() {
  for (const Node& entry : table_.children)
    if (std::ranges::find(asked_, entry.key) == asked_.end())
      fault(entry, "unknown key", entry.key, "be a key of the format", asked_);
}

void TableReader::fault(const Node& at, const std::string& what, const std::string& value,
                        const std::string& rule, const std::vector<std::string>& known) {
  add_fault(faults_, at, where_, what, value, rule, known);
}

}  // namespace critflow
