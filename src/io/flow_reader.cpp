#include <algorithm>
#include <array>
#include <utility>

#include "description_readers.hpp"

namespace critflow {

namespace {

constexpr std::array<std::pair<const char*, FlowRule>, 5> rules{{{"share", FlowRule::share},
                                                                 {"rest", FlowRule::rest},
                                                                 {"request", FlowRule::request},
                                                                 {"done", FlowRule::done},
                                                                 {"surplus", FlowRule::surplus}}};

/// `true`, or for a share and a request the numbers whose product it is.
std::vector<std::string> factors_of(TableReader& reader, const std::string& key, FlowRule rule) {
  const Node* node = reader.find(key);
  const bool may_be_numbers = rule == FlowRule::share || rule == FlowRule::request;
  const bool is_true = node->kind == Node::Kind::truth && node->truth;
  if (is_true && rule != FlowRule::share) return {};
  if (may_be_numbers && node->kind != Node::Kind::truth) return reader.names_or_numbers(key);
  reader.fault(*node, "value of " + key, shown(*node),
               rule == FlowRule::share ? "be the name of a parameter, or a number" : "be true");
  return {};
}

void read_rule(TableReader& reader, FlowDescription& flow) {
  int given = 0;
  for (const auto& [key, rule] : rules) {
    if (reader.find(key) == nullptr) continue;
    ++given;
    flow.rule = rule;
    flow.factors = factors_of(reader, key, rule);
  }
  if (given > 1 || (given == 0 && flow.split.empty()))
    reader.fault(reader.table(), given > 1 ? "more than one rule" : "no rule", "",
                 "have one of share, rest, request, done, surplus");
}

void read_second_names(TableReader& reader, FlowDescription& flow) {
  const Node* node = reader.find("as", Node::Kind::table);
  if (node == nullptr) return;
  TableReader names(*node, reader.where() + ".as", reader.faults());
  for (const Node& entry : node->children) flow.as[entry.key] = names.text(entry.key);
}

void require_word(TableReader& reader, const std::string& key, const std::string& given,
                  const std::vector<std::string>& known) {
  if (given.empty() || std::ranges::find(known, given) != known.end()) return;
  reader.fault(*reader.table().find(key), "unknown " + key, given, "be a " + key + " of the format",
               known);
}

void read_supply(TableReader& reader, FlowDescription& flow) {
  flow.stage = reader.text("stage");
  flow.trade = reader.text("trade");
  require_word(reader, "stage", flow.stage, supply_stages());
  require_word(reader, "trade", flow.trade, trade_words());
  if (flow.stage.empty() != flow.trade.empty())
    reader.fault(reader.table(), "key missing", flow.stage.empty() ? "stage" : "trade",
                 "be given where the other is");
}

}  // namespace

FlowDescription read_flow(const Node& node, std::vector<Fault>& faults) {
  TableReader ends(node, "flow", faults);
  FlowDescription flow{.from = ends.require_text("from"), .to = ends.require_text("to")};
  TableReader reader(node, "flow " + flow.name(), faults);
  static_cast<void>(reader.find("from"));
  static_cast<void>(reader.find("to"));
  flow.split = reader.name_or_number("split");
  read_rule(reader, flow);
  flow.sum = reader.texts("sum");
  read_second_names(reader, flow);
  flow.capacity = reader.name_or_number("capacity");
  flow.cost = reader.name_or_number("cost");
  flow.door = reader.text("door");
  flow.role = reader.text("role");
  require_word(reader, "role", flow.role, flow_roles());
  read_supply(reader, flow);
  flow.title = reader.title();
  reader.refuse_others();
  return flow;
}

}  // namespace critflow
