#include "worlds.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "critflow/base/name.hpp"
#include "critflow/base/nearest_name.hpp"
#include "table_reader.hpp"
#include "toml_reader.hpp"

namespace critflow {

namespace {

constexpr std::size_t most_extended = 64;

void check_keys(const Node& root, bool has_levers, std::vector<Fault>& faults) {
  TableReader reader(root, "", faults);
  if (reader.require("schema") != nullptr && reader.number("schema").value_or(1.0) != 1.0)
    reader.fault(*root.find("schema"), "unknown schema", shown(*root.find("schema")), "be 1");
  static_cast<void>(reader.title());
  static_cast<void>(reader.texts("extends"));
  for (const char* key : {"process", "lifetime", "derived", "parameter"})
    static_cast<void>(reader.find(key, Node::Kind::table));
  if (has_levers) static_cast<void>(reader.find("lever", Node::Kind::table));
  reader.refuse_others();
}

/// The names between `+`.
std::vector<std::string> laid_over(const std::string& names) {
  std::vector<std::string> parts(1);
  for (const char c : names)
    if (c == '+')
      parts.emplace_back();
    else
      parts.back() += c;
  return parts;
}

}  // namespace

Worlds::Worlds(const ScenarioFolder& folder, const std::string& subfolder, std::string word,
               std::vector<Fault>& faults)
    : word_(std::move(word)) {
  for (const auto& [path, text] : folder.files()) {
    if (!path.starts_with(subfolder)) continue;
    std::string name = path.substr(subfolder.size());
    name.resize(name.size() - std::string_view(".toml").size());
    if (const std::string rule = fault_of_name(name); !rule.empty())
      faults.push_back({.where = word_,
                        .what = "name is not legible",
                        .value = name,
                        .rule = rule,
                        .file = path});
    try {
      check_keys(trees_.emplace(name, read_toml(text, path)).first->second, word_ == "policy",
                 faults);
    } catch (const InvalidValue& refused) {
      faults.push_back(refused.fault());
      unread_.insert(name);
    }
  }
}

std::vector<std::string> Worlds::names() const {
  std::vector<std::string> names;
  for (const auto& known : trees_) names.push_back(known.first);
  return names;
}

std::string Worlds::rule() const {
  std::string rule = "be a file of the folder";
  for (const auto& known : trees_)
    rule += (known.first == trees_.begin()->first ? ": " : ", ") + known.first;
  return rule;
}

Title Worlds::title(const std::string& name) const {
  const auto found = trees_.find(name);
  if (found == trees_.end()) return {};
  std::vector<Fault> told_before;
  return TableReader(found->second, "", told_before).title();
}

std::vector<std::string> Worlds::order_of(const std::string& name,
                                          std::vector<Fault>& faults) const {
  Walk all;
  for (const std::string& one : has(name) ? std::vector{name} : laid_over(name)) {
    if (!has(one) && unread_.count(one) == 0)
      throw InvalidValue({.where = word_,
                          .what = "unknown " + word_,
                          .value = one,
                          .rule = rule(),
                          .nearest = nearest_name(one, names())});
    if (has(one) && std::ranges::find(all.order, one) == all.order.end()) walk(one, all, faults);
  }
  return all.order;
}

void Worlds::walk(const std::string& name, Walk& all, std::vector<Fault>& faults) const {
  const Node& root = tree(name);
  all.open.push_back(name);
  const Node* extends = root.find("extends");
  for (const Node& base : extends == nullptr ? std::vector<Node>{} : extends->children) {
    const bool cycle = std::ranges::find(all.open, base.text) != all.open.end();
    const bool known = std::ranges::find(all.order, base.text) != all.order.end();
    if (cycle)
      add_fault(faults, base, "extends", "goes in a circle", base.text, "not extend itself");
    else if (!has(base.text) && unread_.count(base.text) == 0)
      add_fault(faults, base, "extends", "unknown " + word_, base.text, rule(), names());
    else if (all.open.size() + all.order.size() > most_extended)
      add_fault(faults, base, "extends", "too many files", base.text, "extend at most 64");
    else if (!known && has(base.text))
      walk(base.text, all, faults);
  }
  all.open.pop_back();
  all.order.push_back(name);
}

void merge_tables(Node& base, const Node& change) {
  for (const Node& from : change.children) {
    Node* to = base.find(from.key);
    const bool both_tables = to != nullptr && to->kind == Node::Kind::table &&
                             from.kind == Node::Kind::table && !from.is_inline;
    if (to == nullptr)
      base.children.push_back(from);
    else if (both_tables)
      merge_tables(*to, from);
    else
      *to = from;
  }
}

void merge_into(Node& base, const Node& change, std::vector<Fault>& faults) {
  for (const char* section : {"process", "lifetime", "derived"}) {
    const Node* from = change.find(section);
    if (from == nullptr) continue;
    Node* to = base.find(section);
    std::vector<std::string> known;
    for (const Node& entry : to == nullptr ? std::vector<Node>{} : to->children)
      known.push_back(entry.key);
    for (const Node& entry : from->children) {
      Node* target = to == nullptr ? nullptr : to->find(entry.key);
      if (target == nullptr)
        add_fault(faults, entry, section, "matches nothing", entry.key, "be in system.toml", known);
      else if (entry.is_inline)
        *target = entry;
      else
        merge_tables(*target, entry);
    }
  }
}

}  // namespace critflow
