#include <string_view>
#include <utility>

#include "description_readers.hpp"

namespace critflow {

namespace {

Entry read_entry(TableReader& reader) {
  const std::string entry = reader.choice("entry", {"start", "middle", "end", "spread"});
  const auto points = reader.whole_number("points");
  if (points && entry != "spread")
    reader.fault(*reader.table().find("points"), "points without spread", std::to_string(*points),
                 "stand with entry = \"spread\"");
  try {
    if (entry == "start") return Entry::start();
    if (entry == "middle") return Entry::middle();
    if (entry == "spread") return Entry::spread(points.value_or(0));
  } catch (const InvalidValue& refused) {
    reader.fault(reader.table(), refused.fault().what, refused.fault().value, refused.fault().rule);
  }
  return Entry::end();
}

/// Shares at whole ages: from at most one, never rising.
std::vector<double> read_survival(TableReader& reader) {
  std::vector<double> survival;
  const Node* node = reader.require("survival");
  if (node == nullptr || reader.find("survival", Node::Kind::list) == nullptr) return survival;
  double before = 1.0;
  for (const Node& share : node->children) {
    if (share.kind != Node::Kind::number || share.number < 0.0 || share.number > before) {
      reader.fault(share, "share still in use", shown(share), "be within 0 and the share before");
      break;
    }
    survival.push_back(before = share.number);
  }
  if (node->children.empty())
    reader.fault(*node, "no ages", "survival", "hold the share still in use at ages 0, 1, 2, ...");
  return survival;
}

/// By native parameters where the first of them is given, else by mean and sd; a fixed lifetime has
/// no sd.
void read_numbers(TableReader& reader, LifetimeDescription& lifetime) {
  const auto natives = parameters_of(lifetime.distribution);
  std::vector<std::string> names(natives.begin(), natives.end());
  lifetime.by_mean_and_sd = !reader.has(names.front());
  if (lifetime.by_mean_and_sd) names = {"mean", "sd"};
  if (lifetime.distribution == Distribution::fixed) names.resize(1);
  for (const std::string& name : names) static_cast<void>(reader.require(name));
  lifetime.first = reader.name_or_number(names.front());
  if (names.size() > 1) lifetime.second = reader.name_or_number(names.back());
}

}  // namespace

LifetimeDescription read_lifetime(const Node& node, std::vector<Fault>& faults) {
  TableReader reader(node, "lifetime." + node.key, faults);
  LifetimeDescription lifetime{.name = node.key, .first = {}};
  static_cast<void>(reader.require("distribution"));
  std::vector<std::string> names{"tabulated"};
  for (const Distribution known : distributions()) names.emplace_back(name_of(known));
  const std::string distribution = reader.choice("distribution", names);
  if (distribution == "tabulated") {
    lifetime.survival_by_age = read_survival(reader);
  } else if (!distribution.empty()) {
    lifetime.distribution = distribution_named(distribution);
    read_numbers(reader, lifetime);
  }
  lifetime.hazard = reader.name_or_number("hazard");
  lifetime.entry = read_entry(reader);
  if (!distribution.empty()) reader.refuse_others();
  return lifetime;
}

DerivedParameter read_derived(const Node& node, std::vector<Fault>& faults) {
  TableReader reader(node, "derived." + node.key, faults);
  static_cast<void>(reader.require("product"));
  DerivedParameter derived{.name = node.key, .factors = reader.names_or_numbers("product")};
  const auto at_least = reader.number("at_least");
  const auto at_most = reader.number("at_most");
  derived.has_at_least = at_least.has_value();
  derived.has_at_most = at_most.has_value();
  derived.at_least = at_least.value_or(0.0);
  derived.at_most = at_most.value_or(0.0);
  derived.inverse = reader.truth("inverse");
  derived.one_minus = reader.truth("one_minus");
  reader.refuse_others();
  return derived;
}

}  // namespace critflow
