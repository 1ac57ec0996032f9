#include <string>
#include <vector>

#include "critflow/network/mine.hpp"
#include "critflow/network/production.hpp"
#include "kind_readers.hpp"

namespace critflow {

namespace {

std::vector<Production::Joint> read_joint(TableReader& process) {
  std::vector<Production::Joint> all;
  const Node* list = process.find("joint", Node::Kind::list);
  if (list == nullptr) return all;
  for (const Node& node : list->children) {
    TableReader joint(node, process.where() + ".joint", process.faults());
    const std::string layer = joint.require_text("layer");
    if (!joint.has("of")) {
      joint.fault(node, "by-product without host", layer, "say what it comes with: of = \"...\"");
      continue;
    }
    all.push_back({.layer = layer,
                   .of = joint.require_text("of"),
                   .ratio = joint.require_name_or_number("ratio")});
    joint.refuse_others();
  }
  return all;
}

Mine::Ore read_ore(TableReader& process) {
  const Node* node = process.find("ore", Node::Kind::table);
  if (node == nullptr) return {};
  TableReader reader(*node, process.where() + ".ore", process.faults());
  Mine::Ore ore{.layer = reader.require_text("layer"),
                .of = reader.require_text("of"),
                .grade = reader.require_name_or_number("grade"),
                .decline = reader.name_or_number("decline")};
  reader.refuse_others();
  return ore;
}

}  // namespace

AnyProcess read_production(TableReader& reader) {
  const std::string shortage = reader.choice("shortage", {"bring_in", "deliver_less"});
  return Production{.yield = reader.name_or_number("yield"),
                    .joint = read_joint(reader),
                    .shortage = shortage == "deliver_less" ? Production::Shortage::deliver_less
                                                           : Production::Shortage::bring_in};
}

AnyProcess read_mine(TableReader& reader) {
  return Mine{.yield = reader.name_or_number("yield"),
              .capacity = reader.name_or_number("capacity"),
              .ramp_up = reader.name_or_number("ramp_up"),
              .reserve = reader.name_or_number("reserve"),
              .joint = read_joint(reader),
              .ore = read_ore(reader)};
}

}  // namespace critflow
