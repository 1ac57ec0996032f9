#include "loading.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "critflow/base/nearest_name.hpp"
#include "critflow/policy/lay_levers.hpp"
#include "critflow/policy/with_levers.hpp"
#include "critflow/scenario/named_parameters.hpp"
#include "description_readers.hpp"
#include "marks.hpp"
#include "parameter_store.hpp"
#include "read_lever.hpp"
#include "side_tables.hpp"
#include "table_reader.hpp"
#include "toml_reader.hpp"

namespace critflow {

namespace {

/// Whether a fault follows from a parameter that could not be read.
bool follows_from(const std::set<std::string>& broken, const Fault& fault) {
  return std::ranges::any_of(broken, [&](const std::string& name) {
    return fault.value == name || fault.value.starts_with(name + " [") || fault.where == name ||
           fault.where.starts_with(name + "[") ||
           fault.what.find("'" + name + "'") != std::string::npos;
  });
}

}  // namespace

Loading::Loading(const ScenarioFolder& folder, const Library& library)
    : folder_(folder),
      library_(library),
      scenarios_(folder, "scenarios/", "scenario", faults_),
      policies_(folder, "policies/", "policy", faults_) {
  read_root();
  if (const std::string* text = folder_.file("sources.csv"))
    sources_.read(*text, "sources.csv", faults_);
}

void Loading::read_root() {
  const std::string* text = folder_.file("system.toml");
  if (text == nullptr)
    throw ModelFaults({{.where = folder_.name(),
                        .what = "file missing",
                        .value = "system.toml",
                        .rule = "be in the folder"}});
  try {
    root_ = read_toml(*text, "system.toml");
  } catch (const InvalidValue& refused) {
    faults_.push_back(refused.fault());
    throw ModelFaults(std::move(faults_));
  }
  TableReader reader(root_, "", faults_);
  const Node* schema = reader.require("schema");
  if (schema != nullptr && (schema->kind != Node::Kind::number || schema->number != 1.0))
    reader.fault(*schema, "unknown schema", shown(*schema), "be 1");
}

std::string Loading::default_scenario() const {
  return scenarios_.has("reference") ? "reference" : "base";
}

std::vector<Loading::Change> Loading::changes(const std::string& scenario,
                                              const std::string& policy,
                                              std::vector<Fault>& faults) const {
  std::vector<Change> changes;
  const auto add = [&](const Worlds& worlds, const std::string& name) {
    for (const std::string& one : worlds.order_of(name, faults))
      changes.push_back({&worlds.tree(one), worlds.called(one), one});
  };
  if (scenario != "base" || scenarios_.has("base")) add(scenarios_, scenario);
  if (policy != "none" || policies_.has("none")) add(policies_, policy);
  return changes;
}

System Loading::resolve(const std::string& scenario, const std::string& policy,
                        const std::optional<std::vector<std::string>>& levers) {
  std::vector<Fault> faults = faults_;
  const std::vector<Change> laid_over = changes(scenario, policy, faults);
  Node root = root_;
  for (const Change& change : laid_over) merge_into(root, *change.tree, faults);
  SystemParts parts{.description = read_description(root, folder_.name(), faults),
                    .scenario = scenario,
                    .policy = policy,
                    .scenario_title = scenarios_.title(scenario),
                    .policy_title = policies_.title(policy)};
  parts.law = law_of(root, faults);
  const bool drawing_is_read = faults.empty();
  ParameterStore store(parts.description, faults);
  read_parameters(root, laid_over, store, faults);
  parts.citations = store.citations(sources_);
  parts.parameters = store.take();
  note_parameters(parts);
  if (!drawing_is_read || !store.whole()) throw ModelFaults(std::move(faults));
  parts.levers = read_levers(laid_over, parts, levers, faults);
  if (faults.empty()) lay_levers(parts);
  const std::size_t read = faults.size();
  read_side_tables(parts, faults);
  try {
    return System(std::move(parts), std::move(faults));
  } catch (const ModelFaults& found) {
    const Marks marks(root);
    std::vector<Fault> kept;
    for (std::size_t i = 0; i < found.faults().size(); ++i) {
      Fault fault = found.faults()[i];
      marks.locate(fault);
      if (i < read || !follows_from(store.broken(), fault)) kept.push_back(std::move(fault));
    }
    throw ModelFaults(std::move(kept));
  }
}

void Loading::read_parameters(const Node& root, const std::vector<Change>& changes,
                              ParameterStore& store, std::vector<Fault>& faults) const {
  const Node* parameters = root.find("parameter");
  if (parameters != nullptr) store.read_interpolations(*parameters);
  read_contents(root, store, faults);
  std::map<std::string, std::string_view> tables;
  for (const auto& [path, text] : folder_.files())
    if (path.starts_with("parameters/")) tables.emplace(path, text);
  store.read_tables(tables, sources_);
  if (parameters != nullptr) store.read_base(*parameters, sources_);
  for (const Change& change : changes)
    if (const Node* overrides = change.tree->find("parameter"))
      store.read_overrides(*overrides, change.by, sources_);
}

std::vector<Lever> Loading::read_levers(const std::vector<Change>& changes,
                                        const SystemParts& parts,
                                        const std::optional<std::vector<std::string>>& kept,
                                        std::vector<Fault>& faults) const {
  LeverTables tables;
  for (const Change& change : changes)
    if (const Node* levers = change.tree->find("lever")) tables.add(*levers, change.name);
  std::vector<Lever> all = tables.read(parts, sources_, library_, faults);
  if (!kept) return all;
  const std::vector<bool> named = levers_named(all, *kept);
  std::vector<Lever> some;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (named[i]) some.push_back(std::move(all[i]));
  return some;
}

std::string Loading::law_of(const Node& root, std::vector<Fault>& faults) const {
  const std::string law = TableReader(root, "", faults).text("law");
  const std::vector<std::string> known = library_.names("law");
  if (law.empty() || std::ranges::find(known, law) != known.end()) return law;
  add_fault(faults, *root.find("law"), "law", "unknown version", law, "be a law of the package",
            known);
  return {};
}

void Loading::read_contents(const Node& root, ParameterStore& store,
                            std::vector<Fault>& faults) const {
  const Node* contents = root.find("contents");
  if (contents == nullptr) return;
  try {
    if (contents->kind != Node::Kind::text)
      throw InvalidValue({"contents", "is of the wrong kind", shown(*contents), "be a text"});
    const auto text = library_.table("contents", contents->text);
    if (!text)
      throw InvalidValue({.where = "contents",
                          .what = "unknown data set",
                          .value = contents->text,
                          .rule = "be a data set of the package",
                          .nearest = nearest_name(contents->text, library_.names("contents"))});
    Sources cited;
    cited.read(library_.sources(), "library/sources.csv", faults);
    store.read_contents(*text, contents->text, cited);
  } catch (const InvalidValue& refused) {
    const Fault& fault = refused.fault();
    add_fault(faults, *contents, fault.where, fault.what, fault.value, fault.rule);
    faults.back().nearest = fault.nearest;
  }
}

void Loading::read_side_tables(SystemParts& parts, std::vector<Fault>& faults) const {
  if (const std::string* text = folder_.file("uncertainty.csv"))
    parts.uncertainty = read_uncertainty(*text, parts, sources_, faults);
  if (const std::string* text = folder_.file("correlations.csv"))
    parts.correlations = read_correlations(*text, parts, sources_, faults);
  if (const std::string* text = folder_.file("observations.csv"))
    parts.observations = read_observations(*text, parts, sources_, faults);
}

void Loading::note_parameters(const SystemParts& parts) {
  named_.merge(named_parameters(parts.description));
  if (!given_.empty()) return;
  for (const Parameter& parameter : parts.parameters) {
    const auto given = std::ranges::find_if(parameter.history,
                                            [](const auto& settings) { return !settings.empty(); });
    if (given == parameter.history.end() || given->front().by != "base") continue;
    const Setting& first = given->front();
    given_.push_back({.where = parameter.name(),
                      .what = "parameter that nothing uses",
                      .value = "",
                      .rule = "be named in system.toml, a scenario or a policy",
                      .file = first.file,
                      .row = first.origins.front().row});
  }
}

std::vector<Fault> Loading::unnamed() const {
  std::vector<Fault> unnamed;
  for (const Fault& fault : given_)
    if (named_.count(fault.where) == 0) unnamed.push_back(fault);
  return unnamed;
}

std::vector<Fault> Loading::unused() {
  if (unnamed().empty()) return {};
  for (const std::string& scenario : scenarios_.names()) note_names(scenario, "none");
  for (const std::string& policy : policies_.names()) note_names(default_scenario(), policy);
  std::vector<Fault> unused = unnamed();
  for (Fault& fault : unused)
    fault.nearest = nearest_name(fault.where, {named_.begin(), named_.end()});
  return unused;
}

void Loading::note_names(const std::string& scenario, const std::string& policy) {
  std::vector<Fault> told_by_resolve;
  Node root = root_;
  for (const Change& change : changes(scenario, policy, told_by_resolve))
    merge_into(root, *change.tree, told_by_resolve);
  named_.merge(named_parameters(read_description(root, folder_.name(), told_by_resolve)));
}

}  // namespace critflow
