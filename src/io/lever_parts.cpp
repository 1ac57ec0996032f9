#include "lever_parts.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "critflow/base/unit.hpp"
#include "critflow/indicator/definition.hpp"
#include "parameter_table.hpp"

namespace critflow {

namespace {

/// Two whole numbers in a list; nothing and a fault where there are others.
std::optional<std::pair<int, int>> read_pair(TableReader& reader, const char* key) {
  const Node* node = reader.find(key, Node::Kind::list);
  if (node == nullptr) return {};
  const bool whole = std::ranges::all_of(node->children, &Node::whole);
  if (whole && node->children.size() == 2)
    return std::pair(static_cast<int>(node->children[0].number),
                     static_cast<int>(node->children[1].number));
  reader.fault(*node, "not two whole numbers", key, "be such as [2027, 2035]");
  return {};
}

std::optional<Shape> read_path(TableReader& reader) {
  std::vector<std::optional<Shape>> found;
  if (const auto year = reader.whole_number("step")) found.emplace_back(Shape::step(*year));
  if (const auto years = read_pair(reader, "linear"))
    found.emplace_back(Shape::linear(years->first, years->second));
  if (const auto years = read_pair(reader, "logistic"))
    found.emplace_back(Shape::logistic(years->first, years->second));
  if (const auto pulse = read_pair(reader, "pulse"))
    found.emplace_back(Shape::pulse(pulse->first, pulse->second));
  if (const Node* anchors = reader.find("anchors", Node::Kind::table))
    found.emplace_back(Shape::anchors(read_points(*anchors, reader)));
  const auto keys = {"step", "linear", "logistic", "anchors", "pulse"};
  const auto given = std::ranges::count_if(keys, [&](const char* key) { return reader.has(key); });
  if (given != 1)
    reader.fault(reader.table(), given == 0 ? "no shape" : "more than one shape", "",
                 "have one of step, linear, logistic, anchors, pulse");
  return given == 1 && found.size() == 1 ? found.front() : std::nullopt;
}

}  // namespace

Goal read_goal(const Node& node, TableReader& lever) {
  if (node.kind == Node::Kind::text) return {.target = node.text};
  TableReader reader(node, lever.where() + ".reach", lever.faults());
  Goal goal{.indicator = reader.require_text("indicator"),
            .category = reader.text("category"),
            .material = reader.text("material"),
            .goods = reader.text("goods")};
  if (!goal.indicator.empty()) static_cast<void>(definition(goal.indicator));
  const Unit unit = parse_unit(reader.require_text("unit"));
  static_cast<void>(reader.require("thresholds"));
  if (const Node* thresholds = reader.find("thresholds", Node::Kind::table))
    for (const YearValue& one : read_points(*thresholds, reader))
      goal.thresholds.push_back({one.year, one.value * unit.factor});
  reader.refuse_others();
  return goal;
}

Shape read_shape(const Node& node, TableReader& lever) {
  TableReader reader(node, lever.where() + ".shape", lever.faults());
  Shape shape = read_path(reader).value_or(Shape());
  if (const auto delay = reader.whole_number("delay")) shape = shape.delayed(*delay);
  if (const auto probability = reader.number("probability")) shape = shape.expected(*probability);
  reader.refuse_others();
  return shape;
}

}  // namespace critflow
