#include "marks.hpp"

#include <cstddef>
#include <string_view>

namespace critflow {

namespace {

constexpr int deepest = 3;  ///< `process.use.driver`

}  // namespace

Marks::Marks(const Node& root) {
  for (const char* section :
       {"process", "lifetime", "derived", "layers", "dimensions", "parameter"})
    if (const Node* table = root.find(section)) add(section, *table, deepest);
  const Node* flows = root.find("flow");
  if (flows == nullptr) return;
  for (const Node& flow : flows->children) {
    const Node* from = flow.find("from");
    const Node* to = flow.find("to");
    if (from != nullptr && to != nullptr) add("flow " + from->text + " -> " + to->text, flow, 2);
  }
}

void Marks::add(const std::string& where, const Node& node, int depth) {
  nodes_.emplace(where, &node);
  if (node.kind != Node::Kind::table || depth == 0) return;
  for (const Node& entry : node.children) add(where + "." + entry.key, entry, depth - 1);
}

void Marks::locate(Fault& fault) const {
  if (!fault.file.empty()) return;
  std::string where = fault.where;
  if (where.starts_with("process ")) where[7] = '.';
  while (!where.empty()) {
    if (const auto found = nodes_.find(where); found != nodes_.end()) {
      fault.file = found->second->file;
      fault.row = found->second->row;
      fault.column = found->second->column;
      return;
    }
    const std::size_t end = where.find_last_of(".[ :");
    where.resize(end == where.npos ? 0 : end);
  }
}

}  // namespace critflow
