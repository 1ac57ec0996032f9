#include "read_lever.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "critflow/base/nearest_name.hpp"
#include "critflow/base/unit.hpp"
#include "critflow/io/lever_catalogue.hpp"
#include "critflow/network/stock_process.hpp"
#include "critflow/network/stock_with_second_life.hpp"
#include "critflow/policy/words_of_law.hpp"
#include "lever_parts.hpp"
#include "parameter_table.hpp"
#include "table_reader.hpp"
#include "worlds.hpp"

namespace critflow {

namespace {

const std::vector<std::string> knobs{"reduce", "substitute", "lifetime", "processing", "supply"};
const std::vector<std::string> statuses{"in force", "adopted",   "proposed",
                                        "plea",     "milestone", "assumption"};

/// Reads one lever and checks it against the system.
class LeverReader {
 public:
  LeverReader(const Node& node, const SystemParts& parts, const Sources& sources,
              const std::vector<CatalogueLever>& catalogue, std::vector<Fault>& faults)
      : reader_(node, "lever." + node.key, faults),
        parts_(parts),
        sources_(sources),
        catalogue_(catalogue) {}

  /// Nothing where it cannot be read.
  std::optional<Lever> read(const std::string& policy) {
    const std::size_t before = reader_.faults().size();
    const Node& node = reader_.table();
    Lever lever{.name = node.key, .policy = policy, .file = node.file, .row = node.row};
    lever.title = reader_.title();
    lever.rule = word("rule", lever_rule_named).value_or(LeverRule::blend);
    lever.applies_to = word("applies_to", applies_to_named).value_or(AppliesTo::flows);
    lever.rescale = reader_.text("rescale");
    read_reach(lever);
    read_facts(lever);
    read_catalogue(lever);
    read_value(lever);
    read_phase_in(lever);
    read_changes(lever);
    reader_.refuse_others();
    if (reader_.faults().size() > before) return {};
    return lever;
  }

 private:
  /// What `read` makes of a required word; a fault and nothing where it refuses.
  template <class Read>
  auto word(const char* key, Read read) -> std::optional<decltype(read(std::string_view()))> {
    const Node* node = reader_.require(key);
    if (node == nullptr) return {};
    try {
      return read(reader_.text(key));
    } catch (const InvalidValue& refused) {
      refuse(*node, refused.fault());
      return {};
    }
  }

  void refuse(const Node& at, const Fault& fault) {
    reader_.fault(at, fault.what, fault.value, fault.rule);
    reader_.faults().back().nearest = fault.nearest;
  }

  void read_facts(Lever& lever) {
    lever.r_step = reader_.text("r_step");
    lever.knob = reader_.choice("knob", knobs);
    static_cast<void>(reader_.require("legal_status"));
    lever.legal_status = reader_.choice("legal_status", statuses);
    lever.actor = reader_.text("actor");
    lever.instrument = reader_.text("instrument");
    lever.pillar = reader_.text("pillar");
    lever.displacement = reader_.name_or_number("displacement");
    lever.low = reader_.number("low");
    lever.high = reader_.number("high");
    check_range(lever);
    check_displacement(lever);
  }

  void check_range(const Lever& lever) {
    if (lever.low && lever.high && *lever.low > *lever.high)
      return reader_.fault(*reader_.find("low"), "above the high end", shown(*lever.low),
                           "be at most " + shown(*lever.high));
    const Node* value = reader_.find("value");
    if (value == nullptr || value->kind != Node::Kind::number) return;
    const bool below = lever.low && value->number < *lever.low;
    if (below || (lever.high && value->number > *lever.high))
      reader_.fault(
          *value, "outside its range", shown(value->number),
          below ? "be at least " + shown(*lever.low) : "be at most " + shown(*lever.high));
  }

  void check_displacement(const Lever& lever) {
    if (lever.displacement.empty()) return;
    const Node& node = *reader_.find("displacement");
    const auto named = std::ranges::find(parts_.parameters, lever.displacement, &Parameter::name);
    if (node.kind == Node::Kind::number && (node.number <= 0.0 || node.number > 1.0))
      reader_.fault(node, "displacement outside its domain", lever.displacement, "be > 0 and <= 1");
    if (node.kind == Node::Kind::text && named == parts_.parameters.end())
      reader_.fault(node, "unknown parameter", lever.displacement, "be a parameter of the system",
                    parameter_names());
  }

  void read_catalogue(Lever& lever) {
    lever.catalogue = reader_.text("catalogue");
    if (lever.catalogue.empty()) return;
    const auto entry = std::ranges::find(catalogue_, lever.catalogue, &CatalogueLever::id);
    if (entry == catalogue_.end()) {
      std::vector<std::string> known;
      for (const CatalogueLever& one : catalogue_) known.push_back(one.id);
      return reader_.fault(*reader_.find("catalogue"), "unknown entry", lever.catalogue,
                           "be in the catalogue of levers", known);
    }
    if (lever.title == Title{}) lever.title = entry->title;
    if (lever.r_step.empty()) lever.r_step = entry->r_step;
    if (lever.knob.empty()) lever.knob = entry->knob;
    if (entry->needs_displacement && lever.displacement.empty() && !system_displaces())
      reader_.fault(reader_.table(), "key missing", "displacement",
                    "be given: what a unit saves of a new one");
  }

  /// Whether the system itself says what reused units save.
  [[nodiscard]] bool system_displaces() const {
    return std::ranges::any_of(parts_.description.processes, [](const ProcessDescription& one) {
      const auto* stock = one.kind.as<StockProcess>();
      return one.kind.as<StockWithSecondLife>() != nullptr ||
             (stock != nullptr && !stock->saved.by.empty());
    });
  }

  void read_value(Lever& lever) {
    try {
      ParameterTable table = read_setting(reader_, lever.called(), sources_);
      measure_ = table.measure;
      lever.value = std::move(table.setting.series);
      lever.origins = std::move(table.setting.origins);
      if (lever.goal)
        for (Origin& origin : lever.origins) origin.evidence = Evidence::assumption;
    } catch (const InvalidValue& refused) {
      refuse(reader_.table(), refused.fault());
    }
  }

  /// What is reached by an effort that is solved is an assumption, whatever its value rests on.
  void read_reach(Lever& lever) {
    const Node* reach = reader_.find("reach");
    if (reach == nullptr) return;
    try {
      lever.goal = read_goal(*reach, reader_);
    } catch (const InvalidValue& refused) {
      refuse(*reach, refused.fault());
    }
    if (lever.rule == LeverRule::set)
      reader_.fault(*reach, "effort of a set", lever.name, "be that of a blend");
  }

  void read_phase_in(Lever& lever) {
    const Node* shape = reader_.find("shape", Node::Kind::table);
    try {
      lever.shape = shape != nullptr ? read_shape(*shape, reader_) : shape_of(lever.value);
    } catch (const InvalidValue& refused) {
      refuse(*shape, refused.fault());
    }
    if (lever.rule == LeverRule::set && lever.shape.probability() < 1.0)
      reader_.fault(*shape, "probability of a set", shown(lever.shape.probability()),
                    "be that of a blend");
    check_years(lever);
  }

  /// A series says itself from when on it holds.
  static Shape shape_of(const Series& value) {
    const std::vector<YearValue>& points = value.points();
    return points.size() > 1 ? Shape::step(points.front().year) : Shape();
  }

  void check_years(const Lever& lever) {
    const Years& axis = parts_.description.years;
    std::vector<int> years = lever.shape.years();
    if (!years.empty()) years.push_back(years.front() + lever.shape.delay());
    if (lever.value.points().size() > 1)
      for (const YearValue& point : lever.value.points()) years.push_back(point.year);
    const auto outside = std::ranges::find_if(
        years, [&](int year) { return year < axis.first() || year > axis.last(); });
    if (outside != years.end())
      reader_.fault(
          reader_.table(), "date outside the axis", std::to_string(*outside),
          "lie within " + std::to_string(axis.first()) + " and " + std::to_string(axis.last()));
  }

  void read_changes(Lever& lever) {
    const Node* node = reader_.require("changes");
    if (node == nullptr) return;
    const bool is_list = node->kind == Node::Kind::list;
    for (const Node& one : is_list ? node->children : std::vector<Node>{*node}) {
      if (one.kind != Node::Kind::text) {
        reader_.fault(one, "is of the wrong kind", shown(one), "be a text");
        continue;
      }
      if (auto key =
              read_parameter_key(one.text, one, reader_.where() + ".changes", reader_.faults())) {
        check_change(one, *key, lever);
        lever.changes.push_back({std::move(key->name), std::move(key->place)});
      }
    }
  }

  void check_change(const Node& at, const ParameterKey& key, const Lever& lever) {
    const auto found = std::ranges::find(parts_.parameters, key.name, &Parameter::name);
    const auto& derived = parts_.description.derived;
    if (std::ranges::find(derived, key.name, &DerivedParameter::name) != derived.end())
      return reader_.fault(at, "made of others", key.name, "change what it is made of");
    if (found == parts_.parameters.end())
      return reader_.fault(at, "unknown parameter", key.name, "be a parameter of the system",
                           parameter_names());
    try {
      if (found->cells_at(key.place).empty())
        reader_.fault(at, "matches nothing", key.place.text(), "match a cell with a value");
    } catch (const InvalidValue& refused) {
      return refuse(at, refused.fault());
    }
    check_unit(at, *found, lever);
    check_use(at, key.name, lever);
    if (!lever.rescale.empty() &&
        (find_dimension(found->shape.dimensions, lever.rescale) == nullptr ||
         key.place.item(lever.rescale).empty()))
      reader_.fault(*reader_.find("rescale"), "no item of that dimension", lever.rescale,
                    "be a dimension that " + key.name + " has and the change fixes");
  }

  void check_unit(const Node& at, const Parameter& parameter, const Lever& lever) {
    const bool factor = lever.rule == LeverRule::multiply;
    const std::string unit = factor ? "1" : parameter.unit;
    if (canonical_unit(measure_) != unit)
      reader_.fault(at, "unit of the wrong kind", lever.origins.front().unit,
                    "measure " + unit + (factor ? ", as a factor" : ""));
  }

  void check_use(const Node& at, const std::string& parameter, const Lever& lever) {
    const std::vector<AppliesTo> fitting = acts_on(parts_.description, parameter);
    if (std::ranges::find(fitting, lever.applies_to) != fitting.end()) return;
    std::string rule = "apply to ";
    for (const AppliesTo one : fitting)
      rule += (rule.ends_with("to ") ? "" : " or ") + std::string(name_of(one));
    reader_.fault(at, "does not act on " + std::string(name_of(lever.applies_to)), parameter,
                  fitting.empty() ? "be used after the first year" : rule);
  }

  [[nodiscard]] std::vector<std::string> parameter_names() const {
    std::vector<std::string> names;
    for (const Parameter& parameter : parts_.parameters) names.push_back(parameter.name());
    return names;
  }

  TableReader reader_;
  const SystemParts& parts_;
  const Sources& sources_;
  const std::vector<CatalogueLever>& catalogue_;
  Measure measure_{};
};

}  // namespace

void LeverTables::add(const Node& levers, const std::string& policy) {
  for (const Node& lever : levers.children) {
    const auto known =
        std::ranges::find_if(tables_, [&](const Table& one) { return one.node.key == lever.key; });
    if (known == tables_.end())
      tables_.push_back({lever, policy});
    else
      merge_tables(known->node, lever);
  }
}

std::vector<Lever> LeverTables::read(const SystemParts& parts, const Sources& sources,
                                     const Library& library, std::vector<Fault>& faults) const {
  std::vector<Lever> levers;
  if (tables_.empty()) return levers;
  const std::vector<CatalogueLever> catalogue = lever_catalogue(library);
  for (const Table& table : tables_)
    if (auto lever = LeverReader(table.node, parts, sources, catalogue, faults).read(table.policy))
      levers.push_back(*std::move(lever));
  return levers;
}

}  // namespace critflow
