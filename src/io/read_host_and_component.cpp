#include "critflow/network/host_and_component.hpp"
#include "kind_readers.hpp"
#include "stock_parts.hpp"

namespace critflow {

namespace {

HostAndComponent::Part read_part(TableReader& process, const std::string& key) {
  const Node* node = process.find(key, Node::Kind::table);
  if (node == nullptr) return {};
  TableReader reader(*node, process.where() + "." + key, process.faults());
  HostAndComponent::Part part{.lifetime = reader.require_text("lifetime"),
                              .content = read_content(reader)};
  if (const Node* faded = reader.find("fade", Node::Kind::table)) {
    TableReader fade(*faded, reader.where() + ".fade", reader.faults());
    for (const Node& entry : faded->children) part.fade[entry.key] = fade.name_or_number(entry.key);
  }
  reader.refuse_others();
  return part;
}

void read_renewal(TableReader& process, HostAndComponent& pair) {
  if (const Node* node = process.find("replaced", Node::Kind::table)) {
    TableReader reader(*node, process.where() + ".replaced", process.faults());
    read_if_given(reader, "share", pair.replaced.share);
    read_if_given(reader, "up_to_age", pair.replaced.up_to_age);
    reader.refuse_others();
  }
  if (const Node* node = process.find("reused", Node::Kind::table)) {
    TableReader reader(*node, process.where() + ".reused", process.faults());
    read_if_given(reader, "share", pair.reused.share);
    read_if_given(reader, "up_to_age", pair.reused.up_to_age);
    read_if_given(reader, "in_old_hosts", pair.reused.in_old_hosts);
    read_if_given(reader, "in_new_hosts", pair.reused.in_new_hosts);
    reader.refuse_others();
  }
}

std::string read_usable(TableReader& process) {
  const Node* node = process.find("usable", Node::Kind::table);
  if (node == nullptr) return {};
  TableReader reader(*node, process.where() + ".usable", process.faults());
  std::string up_to_age = reader.require_name_or_number("up_to_age");
  reader.refuse_others();
  return up_to_age;
}

}  // namespace

AnyProcess read_host_and_component(TableReader& reader) {
  HostAndComponent pair;
  pair.lead = reader.require_text("lead");
  static_cast<void>(reader.require("driver"));
  static_cast<void>(reader.require("host"));
  const DriverKeys driver = read_driver(reader);
  if (!driver.inflow.empty()) pair.driver = HostAndComponent::Driver::inflow;
  pair.driver_parameter = driver.inflow + driver.stock;
  pair.split = reader.name_or_number("split");
  pair.initial = read_initial(reader);
  pair.host = read_part(reader, "host");
  pair.component = read_part(reader, "component");
  read_renewal(reader, pair);
  pair.usable_up_to_age = read_usable(reader);
  pair.shrinking = read_shrinking(reader, {"refuse", "retire_early"});
  return pair;
}

}  // namespace critflow
