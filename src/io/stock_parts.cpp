#include "stock_parts.hpp"

namespace critflow {

DriverKeys read_driver(TableReader& process) {
  const Node* node = process.find("driver", Node::Kind::table);
  if (node == nullptr) return {};
  TableReader reader(*node, process.where() + ".driver", process.faults());
  const DriverKeys driver{.inflow = reader.name_or_number("inflow"),
                          .stock = reader.name_or_number("stock")};
  reader.refuse_others();
  if (driver.inflow.empty() != driver.stock.empty()) return driver;
  reader.fault(*node, "not one driver", "", "be either inflow or stock");
  return {};
}

EarlierCohorts read_initial(TableReader& process) {
  const Node* node = process.find("initial", Node::Kind::table);
  if (node == nullptr) return {};
  constexpr int most_cohorts = 200;
  TableReader reader(*node, process.where() + ".initial", process.faults());
  EarlierCohorts initial{.stock = reader.name_or_number("stock"),
                         .total = reader.name_or_number("total"),
                         .growth = reader.name_or_number("growth"),
                         .cohorts = reader.whole_number("cohorts").value_or(0)};
  reader.refuse_others();
  if (initial.stock.empty() == initial.total.empty())
    reader.fault(*node, "not one initial stock", "", "be either stock or total");
  if (initial.total.empty()) return initial;
  if (initial.growth.empty()) reader.fault(*node, "key missing", "growth", "stand with total");
  if (initial.cohorts < 1 || initial.cohorts > most_cohorts)
    reader.fault(*node, "number of cohorts", std::to_string(initial.cohorts),
                 "be given with total, from 1 to 200");
  return initial;
}

Content read_content(TableReader& owner) {
  Content content;
  const Node* node = owner.find("content", Node::Kind::table);
  if (node == nullptr) return content;
  TableReader reader(*node, owner.where() + ".content", owner.faults());
  for (const Node& entry : node->children) content[entry.key] = reader.names_or_numbers(entry.key);
  return content;
}

ShrinkingStock read_shrinking(TableReader& reader, const std::vector<std::string>& choices) {
  const std::string shrinking = reader.choice("shrinking", choices);
  if (shrinking == "retire_early") return ShrinkingStock::retire_early;
  if (shrinking == "allow_negative") return ShrinkingStock::allow_negative;
  return ShrinkingStock::refuse;
}

void read_if_given(TableReader& reader, const std::string& key, std::string& to) {
  const std::string given = reader.name_or_number(key);
  if (!given.empty()) to = given;
}

}  // namespace critflow
