#include "parameter_table.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "table_reader.hpp"

namespace critflow {

namespace {

std::optional<Series> read_points_as(TableReader& reader, const std::string& key,
                                     Interpolation interpolation) {
  const Node* node = reader.find(key, Node::Kind::table);
  if (node == nullptr) return {};
  std::vector<YearValue> points = read_points(*node, reader);
  if (points.empty() && !node->children.empty()) return {};
  return Series(std::move(points), interpolation);
}

std::optional<Series> read_logistic(TableReader& reader) {
  const Node* node = reader.find("logistic", Node::Kind::table);
  if (node == nullptr) return {};
  TableReader logistic(*node, reader.where() + ".logistic", reader.faults());
  std::vector<double> numbers;
  for (const char* key : {"from", "to", "midpoint", "width"})
    if (logistic.require(key) != nullptr)
      if (const auto number = logistic.number(key)) numbers.push_back(*number);
  logistic.refuse_others();
  if (numbers.size() < 4) return {};
  return Series::logistic(numbers[0], numbers[1], numbers[2], numbers[3]);
}

/// The series that the table gives; it must give exactly one.
std::optional<Series> read_series(TableReader& reader) {
  std::vector<std::optional<Series>> found;
  if (const auto value = reader.number("value")) found.emplace_back(Series(*value));
  found.push_back(read_points_as(reader, "series", Interpolation::linear));
  found.push_back(read_points_as(reader, "step", Interpolation::step));
  found.push_back(read_points_as(reader, "table", Interpolation::table));
  found.push_back(read_logistic(reader));
  const auto keys = {"value", "series", "step", "table", "logistic"};
  const auto given = std::ranges::count_if(keys, [&](const char* key) { return reader.has(key); });
  if (given != 1)
    reader.fault(reader.table(), given == 0 ? "no value" : "more than one value", "",
                 "have one of value, series, step, table, logistic");
  std::erase(found, std::nullopt);
  return given == 1 && found.size() == 1 ? found.front() : std::nullopt;
}

Unit read_unit(TableReader& reader) {
  if (reader.require("unit") == nullptr) return {};
  const std::string unit = reader.text("unit");
  return unit.empty() ? Unit{} : parse_unit(unit);
}

std::string read_source(TableReader& reader, const Sources& sources) {
  const Node* node = reader.require("source");
  const std::string source = reader.text("source");
  if (node != nullptr && !sources.knows(source))
    reader.fault(*node, "unknown source", source, "be a key of sources.csv", sources.keys());
  return source;
}

Place read_place(std::string_view text) {
  Place place;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(','));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    const std::size_t equals = part.find('=');
    if (equals == part.npos || equals == 0 || equals + 1 == part.size()) return {};
    place.at.push_back({std::string(part.substr(0, equals)), std::string(part.substr(equals + 1))});
  }
  return place;
}

}  // namespace

std::vector<YearValue> read_points(const Node& node, TableReader& reader) {
  std::vector<YearValue> points;
  for (const Node& entry : node.children) {
    int year = 0;
    const char* const end = entry.key.data() + entry.key.size();
    const auto [read, error] = std::from_chars(entry.key.data(), end, year);
    if (error != std::errc() || read != end || year < 1800 || year > 2200)
      reader.fault(entry, "not a year", entry.key, "lie within 1800 and 2200");
    else if (entry.kind != Node::Kind::number)
      reader.fault(entry, "not a number", shown(entry), "be a number such as 0.85");
    else
      points.push_back({year, entry.number});
  }
  std::ranges::sort(points, {}, &YearValue::year);
  return points;
}

ParameterTable read_setting(TableReader& reader, const std::string& by, const Sources& sources) {
  const Unit unit = read_unit(reader);
  Origin origin{.row = reader.table().row,
                .unit = reader.text("unit"),
                .source = read_source(reader, sources),
                .note = reader.text("note")};
  origin.evidence = evidence_of(reader.text("evidence"), origin.source);
  const Series series = read_series(reader).value_or(Series(1.0));
  ParameterTable table{
      unit.measure, {.by = by, .file = reader.table().file, .series = series.times(unit.factor)}};
  for (const YearValue& point : series.points()) {
    origin.given = point.value;
    table.setting.origins.push_back(origin);
  }
  if (series.points().empty()) {
    origin.given = series.at(2200);
    table.setting.origins.push_back(origin);
  }
  return table;
}

std::optional<ParameterKey> read_parameter_key(const std::string& text, const Node& at,
                                               const std::string& where,
                                               std::vector<Fault>& faults) {
  const std::size_t bracket = text.find('[');
  if (bracket == std::string::npos) return ParameterKey{text, {}};
  ParameterKey key{text.substr(0, bracket), {}};
  if (text.ends_with(']'))
    key.place = read_place(std::string_view(text).substr(bracket + 1, text.size() - bracket - 2));
  if (!key.place.at.empty()) return key;
  add_fault(faults, at, where, "cannot be read", text,
            "be such as \"collection.rate[product=portable,region=NL]\"");
  return {};
}

std::optional<ParameterTable> read_parameter_table(const Node& node, const std::string& by,
                                                   const Sources& sources,
                                                   std::vector<Fault>& faults) {
  TableReader reader(node, "parameter." + node.key, faults);
  const std::size_t before = faults.size();
  try {
    ParameterTable table = read_setting(reader, by, sources);
    reader.refuse_others();
    if (faults.size() == before) return table;
  } catch (const InvalidValue& refused) {
    const Fault& fault = refused.fault();
    reader.fault(node, fault.what, fault.value, fault.rule);
    faults.back().nearest = fault.nearest;
  }
  return {};
}

}  // namespace critflow
